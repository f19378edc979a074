package io.aftertouch.score.catalog;

/**
 * A moment of contact as this service knows it. Stage and channel are null while the touchpoint has only been met in an answer and
 * not yet been announced.
 */
public record Touchpoint(
        int id, String key, String name, String stage, String stageName, Integer stagePosition, String channel) {}
