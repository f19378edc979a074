package io.aftertouch.score.tally;

/**
 * From which side answers are kept added up, beside the tallies that tell everything apart: all of a touchpoint together (its member has the number 0),
 * those on one channel, those with one segment, those of one segment profile.
 */
enum Facet {
    ALL,
    CHANNEL,
    SEGMENT,
    PROFILE
}
