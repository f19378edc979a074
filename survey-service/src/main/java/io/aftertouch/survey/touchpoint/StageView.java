package io.aftertouch.survey.touchpoint;

/** A stage of the journey; position 1 comes first. */
record StageView(String key, String name, int position) {

    static StageView of(Stage stage) {
        return new StageView(stage.key(), stage.name(), stage.position());
    }
}
