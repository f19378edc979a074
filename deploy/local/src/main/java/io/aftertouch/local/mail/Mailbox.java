package io.aftertouch.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All mail, one file each, so that it survives a restart and opens in any mail program. The first line of a file, which mail programs show among the
 * headers, is the address that it was delivered to. The oldest go when there are too many.
 */
final class Mailbox {

    private static final String DELIVERED_TO = "Delivered-To: ";
    private static final int KEPT = 2_000;

    private final Path folder;
    private final Clock clock;
    private final NavigableMap<String, StoredMail> byId = new TreeMap<>();
    private int sequence;

    private Mailbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    static Mailbox open(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        Mailbox mailbox = new Mailbox(folder, clock);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("\\d{13}-\\d{5}\\.eml"))
                    .toList()) {
                mailbox.load(file);
            }
        }
        mailbox.forgetOldest();
        return mailbox;
    }

    private void load(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ".eml".length());
        Instant receivedAt = Instant.ofEpochMilli(Long.parseLong(id.substring(0, 13)));
        String firstLine =
                new String(content, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        String to = firstLine.startsWith(DELIVERED_TO) ? firstLine.substring(DELIVERED_TO.length()) : "";
        byId.put(id, StoredMail.read(id, to, receivedAt, content));
    }

    /** Keeps an e-mail; when this returns it is on disk. */
    synchronized StoredMail deliver(String to, byte[] message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        sequence = (sequence + 1) % 100_000;
        String id = "%013d-%05d".formatted(now.toEpochMilli(), sequence);
        byte[] first = (DELIVERED_TO + to.replaceAll("[\\r\\n]", " ") + "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(first, first.length + message.length);
        System.arraycopy(message, 0, content, first.length, message.length);
        try {
            Path unfinished = folder.resolve(id + ".unfinished");
            Files.write(unfinished, content);
            Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
            StoredMail mail = StoredMail.read(id, to, now, content);
            byId.put(id, mail);
            forgetOldest();
            return mail;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }

    private void forgetOldest() throws IOException {
        while (byId.size() > KEPT) {
            Files.deleteIfExists(file(byId.pollFirstEntry().getKey()));
        }
    }

    synchronized List<StoredMail> newest(int limit) {
        Collection<StoredMail> newestFirst = byId.descendingMap().values();
        return newestFirst.stream().limit(limit).toList();
    }

    synchronized int size() {
        return byId.size();
    }

    synchronized Optional<StoredMail> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
