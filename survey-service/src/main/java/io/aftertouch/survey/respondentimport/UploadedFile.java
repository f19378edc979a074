package io.aftertouch.survey.respondentimport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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
 * @param charset how it is written: what its mark says, else what the sender said, else UTF-16 if it looks like it, else UTF-8
 * @param mark how many bytes at its beginning only say that
 * @param hash SHA-256, in hexadecimal
 */
record UploadedFile(Path path, Charset charset, int mark, String hash) implements AutoCloseable {

    private static final int LOOK = 4096;

    /** @param said the charset that the sender named, if any */
    static UploadedFile receive(InputStream body, Optional<Charset> said) throws IOException {
        Path path = Files.createTempFile("respondents-", ".csv");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                body.transferTo(out);
            }
            return of(path, said, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static UploadedFile of(Path path, Optional<Charset> said, String hash) throws IOException {
        byte[] start = start(path);
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return new UploadedFile(path, StandardCharsets.UTF_8, 3, hash);
        }
        if (starts(start, 0xFF, 0xFE)) {
            return new UploadedFile(path, StandardCharsets.UTF_16LE, 2, hash);
        }
        if (starts(start, 0xFE, 0xFF)) {
            return new UploadedFile(path, StandardCharsets.UTF_16BE, 2, hash);
        }
        return new UploadedFile(path, said.orElseGet(() -> guess(start)), 0, hash);
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            return file.readNBytes(LOOK);
        }
    }

    private static boolean starts(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text of western letters in UTF-16 is every other byte zero. */
    private static Charset guess(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int most = start.length / 4;
        if (most > 0 && zeros[1] > most) {
            return StandardCharsets.UTF_16LE;
        }
        return most > 0 && zeros[0] > most ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /** The text. Bytes that are none of the charset fail instead of becoming question marks. */
    Reader open() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path));
        file.skipNBytes(mark);
        return new InputStreamReader(
                file,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
