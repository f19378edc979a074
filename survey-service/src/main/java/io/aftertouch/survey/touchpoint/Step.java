package io.aftertouch.survey.touchpoint;

/** One place towards the beginning or towards the end. */
enum Step {
    UP,
    DOWN;

    int from(int position) {
        return switch (this) {
            case UP -> Math.max(1, position - 1);
            case DOWN -> position + 1;
        };
    }
}
