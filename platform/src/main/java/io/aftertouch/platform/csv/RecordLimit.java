package io.aftertouch.platform.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends reading when one record gets out of hand, as after a quote that is never closed: memory has to hold one at a time only. */
final class RecordLimit extends FilterReader {

    static final int LONGEST_RECORD = 256 * 1024;

    private long seen;

    RecordLimit(Reader reader) {
        super(reader);
    }

    void nextRecord() {
        seen = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int characters) throws IOException {
        seen += characters;
        if (seen > LONGEST_RECORD) {
            throw new IOException(
                    "One record has more than " + LONGEST_RECORD + " characters; is a quote never closed?");
        }
    }
}
