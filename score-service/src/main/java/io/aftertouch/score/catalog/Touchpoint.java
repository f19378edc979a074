package io.aftertouch.score.catalog;

/**
 * A moment of contact as this service knows it. Stage and channel are null while the touchpoint has only been met in an answer and
 * not yet been announced.
 *
 * @param position its place in its stage, 1 first; null while nobody has told it
 * @param retired whether nobody is asked there any more
 */
public record Touchpoint(
        int id,
        String key,
        String name,
        String stage,
        String stageName,
        Integer stagePosition,
        Integer position,
        String channel,
        boolean retired) {}
