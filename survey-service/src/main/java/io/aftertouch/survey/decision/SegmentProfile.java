package io.aftertouch.survey.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * One combination of segment values. The same values have the same id wherever and whenever they occur, so nobody need ask for it first.
 *
 * @param id the first half of the SHA-256 of the text
 * @param json the values by dimension, in the order of the dimensions
 */
record SegmentProfile(UUID id, String json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SegmentProfile of(Map<String, String> segments) {
        String json = write(new TreeMap<>(segments));
        ByteBuffer hash = ByteBuffer.wrap(sha256(json));
        return new SegmentProfile(new UUID(hash.getLong(), hash.getLong()), json);
    }

    private static String write(Map<String, String> sorted) {
        try {
            return JSON.writeValueAsString(sorted);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Segments cannot be written as JSON", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
