package io.aftertouch.platform.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Every problem that the suite answers with, by its slug: the contract {@code openapi/problems.json}. */
@Singleton
public class ProblemCatalog {

    /** One kind of problem: HTTP status, title, what it means and what the caller can do. */
    public record Entry(int status, String title, String explanation, String remedy) {}

    private final SortedMap<String, Entry> entries;

    public ProblemCatalog() {
        try (var json = ProblemCatalog.class.getResourceAsStream("/contracts/problems.json")) {
            entries = new ObjectMapper().readValue(json, new TypeReference<TreeMap<String, Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue of problems cannot be read", e);
        }
    }

    public Map<String, Entry> all() {
        return entries;
    }

    public Optional<Entry> find(String slug) {
        return Optional.ofNullable(entries.get(slug));
    }

    /** @throws IllegalStateException when the slug is not in the catalogue: a mistake of ours */
    public Entry entry(String slug) {
        return find(slug).orElseThrow(() -> new IllegalStateException("No problem is called " + slug));
    }
}
