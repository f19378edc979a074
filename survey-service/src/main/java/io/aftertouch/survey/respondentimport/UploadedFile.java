package io.aftertouch.survey.respondentimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file as it was sent, kept on disk while it is imported, since it is read twice: first to see whether all of it can be read at all.
 *
 * @param charset what the sender said, if anything
 * @param hash SHA-256, in hexadecimal
 */
record UploadedFile(Path path, Optional<Charset> charset, String hash) implements AutoCloseable {

    static UploadedFile receive(InputStream body, Optional<Charset> charset) throws IOException {
        Path path = Files.createTempFile("respondents-", ".csv");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                body.transferTo(out);
            }
            return new UploadedFile(path, charset, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
