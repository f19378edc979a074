package io.aftertouch.survey.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.invitation.InvitationState;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much is asked of one person.
 *
 * @param askedInYear how often they were asked in the last 365 days, under this reference or one of the addresses
 * @param freeAt when they may be asked again by a survey and rule without a rest of their own; null when now
 * @param items the invitations under this reference, the latest first
 */
@Schema(name = "SurveyLoad")
@JsonInclude(JsonInclude.Include.ALWAYS)
record SurveyLoadView(int askedInYear, Instant freeAt, List<Item> items) {

    /** One invitation; {@code askedAt} is when it was sent, or is due. */
    @Schema(name = "SurveyLoadItem")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            UUID invitation,
            String survey,
            String touchpoint,
            Channel channel,
            InvitationState state,
            Reason reason,
            Instant askedAt,
            boolean answered,
            Instant answeredAt) {}

    static SurveyLoadView of(int askedInYear, Optional<Instant> freeAt, List<Invitations.Asked> asked) {
        return new SurveyLoadView(
                askedInYear,
                freeAt.orElse(null),
                asked.stream()
                        .map(one -> new Item(
                                one.id(),
                                one.survey(),
                                one.touchpoint(),
                                one.channel(),
                                one.state(),
                                one.reason().orElse(null),
                                one.askedAt(),
                                one.answeredAt().isPresent(),
                                one.answeredAt().orElse(null)))
                        .toList());
    }
}
