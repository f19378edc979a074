package io.aftertouch.platform.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds out in which encoding a text file is, by its first bytes: a byte order mark says it; without one it is UTF-8 when it reads as such, and else what
 * Western spreadsheets write, Windows-1252.
 */
final class Decoding {

    private static final int LOOK_AHEAD = 64 * 1024;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Decoding() {}

    static Reader reader(InputStream bytes) throws IOException {
        var input = new BufferedInputStream(bytes, LOOK_AHEAD);
        input.mark(LOOK_AHEAD);
        byte[] start = input.readNBytes(LOOK_AHEAD);
        input.reset();
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            input.skipNBytes(3);
            return strict(input, StandardCharsets.UTF_8);
        }
        if (starts(start, 0xFF, 0xFE)) {
            input.skipNBytes(2);
            return strict(input, StandardCharsets.UTF_16LE);
        }
        if (starts(start, 0xFE, 0xFF)) {
            input.skipNBytes(2);
            return strict(input, StandardCharsets.UTF_16BE);
        }
        return strict(input, isUtf8(start) ? StandardCharsets.UTF_8 : WINDOWS);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** A character that the look-ahead cuts in two is no mistake. */
    private static boolean isUtf8(byte[] start) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), false)
                .isError();
    }

    private static Reader strict(InputStream input, Charset charset) {
        return new InputStreamReader(
                input,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
