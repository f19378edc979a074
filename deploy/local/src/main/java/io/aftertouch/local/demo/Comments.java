package io.aftertouch.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes comments as customers would, in their language: a sentence about the matter, often with one that could be about anything. No sentence
 * comes again before all others of its kind were used.
 */
final class Comments {

    private static final List<String> LANGUAGES = List.of("da", "sv", "nb", "en", "de");
    private static final List<String> STAFF =
            List.of("Mette", "Jonas", "Aino", "Sofie", "Erik", "Ida", "Lars", "Karin", "Emma", "Tobias");
    private static final double WITH_TAIL = 0.55;

    private final Map<String, List<String>> stock;
    private final Map<String, Deque<String>> unused = new HashMap<>();
    private final Random random;

    Comments(Random random) {
        this.random = random;
        this.stock = new HashMap<>();
        LANGUAGES.forEach(language -> stock.putAll(read(language)));
    }

    /** @param topic for which there may be no stock in this language; then {@code otherwise} is it */
    String write(String language, Band band, String topic, String otherwise) {
        String matter = kind(language, band, topic);
        String sentence = next(stock.containsKey(matter) ? matter : kind(language, band, otherwise));
        String all = random.nextDouble() < WITH_TAIL ? sentence + " " + next(kind(language, band, "tail")) : sentence;
        return all.replace("{n}", Integer.toString(3 + random.nextInt(7)))
                .replace("{min}", Integer.toString(5 * (2 + random.nextInt(8))))
                .replace("{staff}", STAFF.get(random.nextInt(STAFF.size())));
    }

    /** Every sentence of a kind. */
    List<String> sentences(String language, Band band, String topic) {
        return stock.getOrDefault(kind(language, band, topic), List.of());
    }

    private String next(String kind) {
        Deque<String> left = unused.computeIfAbsent(kind, fresh -> new ArrayDeque<>());
        if (left.isEmpty()) {
            List<String> shuffled = new ArrayList<>(stock.get(kind));
            Collections.shuffle(shuffled, random);
            left.addAll(shuffled);
        }
        return left.pop();
    }

    private static String kind(String language, Band band, String topic) {
        return language + " " + band.word() + " " + topic;
    }

    private static Map<String, List<String>> read(String language) {
        String file = "comments_" + language + ".txt";
        try (InputStream in = Comments.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            Map<String, List<String>> kinds = new HashMap<>();
            List<String> current = null;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList()) {
                if (line.startsWith("[")) {
                    current = new ArrayList<>();
                    kinds.put(language + " " + line.substring(1, line.length() - 1), current);
                } else if (current == null) {
                    throw new IllegalStateException(file + " has a sentence before the first heading");
                } else {
                    current.add(line);
                }
            }
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
