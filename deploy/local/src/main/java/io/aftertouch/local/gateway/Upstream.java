package io.aftertouch.local.gateway;

/** Who answers a path of the one site. */
public enum Upstream {
    SURVEY("survey-service"),
    FEEDBACK("feedback-service"),
    SCORE("score-service"),
    LOCAL("launcher");

    private final String partName;

    Upstream(String partName) {
        this.partName = partName;
    }

    /** The name of the process, as people see it in logs and messages. */
    public String partName() {
        return partName;
    }

    public boolean isService() {
        return this != LOCAL;
    }
}
