package io.aftertouch.feedback.response;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.Labels;
import io.aftertouch.feedback.catalog.PublicLink;
import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.catalog.SurveyVersion;

/**
 * An answer that may be recorded: everything it refers to is known and its score is on the scale.
 *
 * @param key names the one answer that this may become; a second answer with the same key is a repeat or a contradiction
 * @param digest stands for what was answered: a repeat has the same one
 * @param reviewed whether what follows from an answer follows from this one: history calls nobody to act
 */
public record Answer(
        byte[] key,
        byte[] digest,
        UUID invitationId,
        String source,
        String sourceId,
        SurveyVersion survey,
        String touchpoint,
        String channel,
        String respondentRef,
        Map<String, String> segments,
        String locale,
        Rating rating,
        String comment,
        Instant answeredAt,
        boolean reviewed) {

    /** The source of answers through public links. */
    static final String LINK = "link";

    /** The answer of whoever holds an invitation. Score and comment are what was answered; the language of the page is not. */
    static Answer to(
            Invitation invitation, SurveyVersion survey, int score, String comment, String locale, Instant now) {
        return new Answer(
                keyOf(invitation.id()),
                sha256(String.valueOf(score), comment),
                invitation.id(),
                null,
                null,
                survey,
                invitation.touchpoint(),
                invitation.touchpointChannel(),
                invitation.respondentRef(),
                invitation.segments(),
                locale,
                survey.scale().rate(score),
                comment,
                now,
                true);
    }

    /** An answer that was taken elsewhere. All that the source sent is what was answered. */
    static Answer takenElsewhere(SubmitResponse sent, SurveyVersion survey, String channel, Instant answeredAt) {
        return new Answer(
                sha256("source", sent.source(), sent.id()),
                sha256(
                        sent.survey(),
                        sent.touchpoint(),
                        String.valueOf(sent.score()),
                        sent.words(),
                        sent.respondentRef(),
                        Labels.toJson(sent.segmentsOrNone()),
                        sent.locale(),
                        sent.channel(),
                        sent.answeredAt() == null ? null : sent.answeredAt().toString()),
                null,
                sent.source(),
                sent.id(),
                survey,
                sent.touchpoint(),
                channel,
                sent.respondentRef(),
                sent.segmentsOrNone(),
                sent.locale(),
                survey.scale().rate(sent.score()),
                sent.words(),
                answeredAt,
                true);
    }

    /** Whoever holds an invitation can come back to the answer. */
    boolean isToAnInvitation() {
        return invitationId != null;
    }

    /** The same answer, from which nothing follows. */
    Answer unreviewed() {
        return new Answer(
                key,
                digest,
                invitationId,
                source,
                sourceId,
                survey,
                touchpoint,
                channel,
                respondentRef,
                segments,
                locale,
                rating,
                comment,
                answeredAt,
                false);
    }

    /** The answer of somebody unknown through a public link. Score and comment are what was answered. */
    static Answer through(
            PublicLink link,
            SurveyVersion survey,
            String channel,
            String submission,
            int score,
            String comment,
            String locale,
            Instant now) {
        return new Answer(
                keyOf(submission),
                sha256(String.valueOf(score), comment),
                null,
                LINK,
                submission,
                survey,
                link.touchpoint(),
                channel,
                null,
                link.segments(),
                locale,
                survey.scale().rate(score),
                comment,
                now,
                true);
    }

    /** The key of an answer through a public link is that of any answer named by source and id. */
    static byte[] keyOf(String submission) {
        return sha256("source", LINK, submission);
    }

    /** The key of an answer that was confirmed and then turned out to be none. */
    static byte[] keyOfDiscarded(UUID response) {
        return sha256("discarded", response.toString());
    }

    /** The key of the answer to an invitation. */
    public static byte[] keyOf(UUID invitation) {
        return sha256("invitation", invitation.toString());
    }

    /** Hashes parts with their lengths, so that no two lists of parts read the same. */
    private static byte[] sha256(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Stream.of(parts).forEach(part -> {
                byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4)
                        .putInt(part == null ? -1 : bytes.length)
                        .array());
                digest.update(bytes);
            });
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
