package io.aftertouch.survey.touchpoint;

/** A stage of the journey; position 1 comes first. {@code version} is the number in the ETag. */
record StageView(String key, String name, int position, int version) {

    static StageView of(Stage stage) {
        return new StageView(stage.key(), stage.name(), stage.position(), stage.version());
    }
}
