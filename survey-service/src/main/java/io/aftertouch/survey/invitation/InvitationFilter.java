package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.UUID;

import io.aftertouch.survey.judging.Channel;

/** Which invitations to list; null leaves a criterion out. They were scheduled at {@code from} or later, and before {@code to}. */
public record InvitationFilter(
        InvitationState state,
        String respondent,
        String touchpoint,
        String survey,
        UUID rule,
        Channel channel,
        Instant from,
        Instant to) {}
