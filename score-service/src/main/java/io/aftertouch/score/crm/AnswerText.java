package io.aftertouch.score.crm;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One answer as it is kept here of a respondent. */
@Schema(name = "KeptAnswer")
public record AnswerText(
        @Schema(required = true) UUID response,
        @Schema(required = true) String touchpoint,
        @Schema(required = true) String survey,
        @Schema(required = true) int surveyVersion,
        @Schema(required = true) int score,
        @Schema(required = true) Instant answeredAt) {}
