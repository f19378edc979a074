package io.aftertouch.score.tally;

import java.util.List;

/** From which side answers are kept added up, beside the tallies that tell everything apart. A member of a facet is one stretch of the table. */
enum Facet {
    /** All answers, with the touchpoints side by side; the member has the number 0. */
    ALL,
    CHANNEL,
    SEGMENT,
    /** Those of one segment profile, whatever the channel. */
    PROFILE,
    /** All answers once more, each touchpoint a member: whoever asks for one does not read past the others. */
    TOUCHPOINT,
    /** Those of one segment profile at all touchpoints added up: under no touchpoint, and for each scale under one of the survey versions that have it. */
    ANYWHERE;

    static final List<Facet> OF_A_TOUCHPOINT = List.of(ALL, CHANNEL, SEGMENT, PROFILE, TOUCHPOINT);
}
