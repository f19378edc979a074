package io.aftertouch.platform.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the text of a file is written: as its mark says, else as its sender said, else in UTF-16 if it looks like it, else in UTF-8. It is never guessed
 * among the charsets of single bytes, in which every file reads, and most of them wrongly.
 */
record Decoding(InputStream text, Charset charset) {

    private static final int LOOK = 4096;

    static Decoding of(InputStream bytes, Optional<Charset> said) throws IOException {
        var input = new BufferedInputStream(bytes, 2 * LOOK);
        input.mark(LOOK);
        byte[] start = input.readNBytes(LOOK);
        input.reset();
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return marked(input, 3, StandardCharsets.UTF_8);
        }
        if (starts(start, 0xFF, 0xFE)) {
            return marked(input, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(start, 0xFE, 0xFF)) {
            return marked(input, 2, StandardCharsets.UTF_16BE);
        }
        return new Decoding(input, said.orElseGet(() -> guess(start)));
    }

    private static Decoding marked(InputStream input, int length, Charset charset) throws IOException {
        input.skipNBytes(length);
        return new Decoding(input, charset);
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

    /** Bytes that are none of the charset fail instead of becoming question marks. */
    Reader reader() {
        return new InputStreamReader(
                text,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
