package io.aftertouch.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.aftertouch.platform.trace.Trace;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 in Kafka's binary mode: attributes are headers, the value is the data. */
public final class CloudEventHeaders {

    private CloudEventHeaders() {}

    public static ProducerRecord<String, byte[]> record(
            String topic, String key, UUID id, String source, String type, Instant time, byte[] data) {
        return record(topic, key, id, source, type, time, data, Optional.empty());
    }

    /** @param trace what the event belongs to; not an attribute of CloudEvents, and so without their prefix */
    public static ProducerRecord<String, byte[]> record(
            String topic,
            String key,
            UUID id,
            String source,
            String type,
            Instant time,
            byte[] data,
            Optional<Trace> trace) {
        var message = new ProducerRecord<>(topic, key, data);
        put(message, "ce_specversion", "1.0");
        put(message, "ce_id", id.toString());
        put(message, "ce_source", source);
        put(message, "ce_type", type);
        put(message, "ce_time", time.toString());
        put(message, "content-type", "application/json");
        trace.ifPresent(known -> put(message, Trace.HEADER, known.header()));
        return message;
    }

    public static Optional<String> id(Headers headers) {
        return text(headers, "ce_id");
    }

    public static Optional<String> type(Headers headers) {
        return text(headers, "ce_type");
    }

    public static Optional<String> source(Headers headers) {
        return text(headers, "ce_source");
    }

    public static Optional<Instant> time(Headers headers) {
        try {
            return text(headers, "ce_time").map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Optional<Trace> trace(Headers headers) {
        return text(headers, Trace.HEADER).flatMap(Trace::parse);
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static void put(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
