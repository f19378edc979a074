package io.aftertouch.feedback.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer taken elsewhere: either to an invitation, by the token of its link, or on its own, named by the source that took it. */
@Schema(description = "Either invitation and score, or source, id, survey, touchpoint and score.")
record SubmitResponse(
        @Schema(description = "Token of the invitation's link. Everything else about the interaction is then known.")
        @Size(min = 1, max = 64)
        String invitation,

        @Schema(description = "System that took the answer; with id it names the answer, once.")
        @Pattern(regexp = KEY, message = KEY_RULE)
        String source,

        @Schema(description = "The answer's id in the source.") @Text(min = 1, max = 128)
        String id,

        @Pattern(regexp = KEY, message = KEY_RULE) String survey,

        @Pattern(regexp = KEY, message = KEY_RULE) String touchpoint,

        @Schema(description = "A whole number on the scale of the survey.") @NotNull
        Integer score,

        @Text(max = COMMENT_LENGTH) String comment,

        @Schema(description = "Who answered, by your own reference.")
        @Size(min = 1, max = 128)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String respondentRef,

        @Schema(description = "Who answered, by segment at the time of the interaction, such as country: DK.")
        @Size(max = 50)
        Map<@Pattern(regexp = KEY, message = KEY_RULE) String, @NotNull @Text(min = 1, max = 64) String> segments,

        @Schema(description = "Language of the answer, such as da or de-AT.")
        @Pattern(regexp = LANGUAGE_TAG, message = LANGUAGE_TAG_RULE)
        String locale,

        @Schema(description = "Channel of the contact, when it is not the touchpoint's own.")
        @Pattern(regexp = KEY, message = KEY_RULE)
        String channel,

        @Schema(description = "When the customer answered; now, when left out.")
        Instant answeredAt) {

    static final int COMMENT_LENGTH = 2_000;
    static final String LANGUAGE_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";
    static final String LANGUAGE_TAG_RULE = "must be a language tag such as da or de-AT";

    private static final String KEY = "[a-z0-9][a-z0-9._-]{0,63}";
    private static final String KEY_RULE = "must match " + KEY;

    boolean answersAnInvitation() {
        return invitation != null;
    }

    Map<String, String> segmentsOrNone() {
        return Objects.requireNonNullElse(segments, Map.of());
    }

    /** What names the one answer that this may become: the invitation, or source and id. */
    String name() {
        return answersAnInvitation() ? "invitation\n" + invitation : source + "\n" + id;
    }

    /** The comment, null when there are no words in it. */
    String words() {
        return comment == null || comment.isBlank() ? null : comment;
    }

    /** The fields that stand in the way of reading it as one of the two kinds. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!answersAnInvitation()) {
            addIf(source == null, "source", missing);
            addIf(id == null, "id", missing);
            addIf(survey == null, "survey", missing);
            addIf(touchpoint == null, "touchpoint", missing);
        }
        return missing;
    }

    List<String> superfluous() {
        List<String> superfluous = new ArrayList<>();
        if (answersAnInvitation()) {
            addIf(source != null, "source", superfluous);
            addIf(id != null, "id", superfluous);
            addIf(survey != null, "survey", superfluous);
            addIf(touchpoint != null, "touchpoint", superfluous);
            addIf(respondentRef != null, "respondentRef", superfluous);
            addIf(segments != null, "segments", superfluous);
            addIf(channel != null, "channel", superfluous);
            addIf(answeredAt != null, "answeredAt", superfluous);
        }
        return superfluous;
    }

    private static void addIf(boolean so, String field, List<String> fields) {
        if (so) {
            fields.add(field);
        }
    }
}
