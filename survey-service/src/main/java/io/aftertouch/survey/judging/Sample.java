package io.aftertouch.survey.judging;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Draws events for a rule by a hash of both, so that the same event is always drawn or always left out. */
final class Sample {

    private static final int PARTS = 10_000;

    private Sample() {}

    static boolean draws(Occurrence occurrence, UUID rule, BigDecimal percent) {
        long threshold = percent.movePointRight(2).longValue();
        return Long.remainderUnsigned(hash(occurrence, rule), PARTS) < threshold;
    }

    private static long hash(Occurrence occurrence, UUID rule) {
        String both = occurrence.source() + '\n' + occurrence.id() + '\n' + rule;
        return ByteBuffer.wrap(sha256(both)).getLong();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
