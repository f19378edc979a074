package io.aftertouch.platform.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvTest {

    @Test
    void whatIsWrittenIsReadAgainAndNoCellIsAFormula() throws IOException {
        List<Object> hostile = Arrays.asList(
                "=HYPERLINK(\"x\")", "+1", "-1", "@a", "\tb", "\rc", "a, \"b\"\r\nc;", "’=", 7, true, null, "");
        var bytes = new ByteArrayOutputStream();
        try (var writer = new CsvWriter(bytes, true)) {
            writer.row(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"));
            writer.row(hostile);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFFa,b,c")
                .contains(
                        "\r\n\"'=HYPERLINK(\"\"x\"\")\",'+1,'-1,'@a,'\tb,\"'\rc\",\"a, \"\"b\"\"\r\nc;\",’=,7,true,,");
        CsvRow row = rows(bytes.toByteArray()).getFirst();
        assertThat(row.cell("a")).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(row.cell("c")).isEqualTo("-1");
        assertThat(row.cell("g")).isEqualTo("a, \"b\"\r\nc;");
        assertThat(row.cells()).doesNotContainKeys("k", "l");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void theEncodingIsFoundOut(String charset) throws IOException {
        assertThat(rows("navn;by\nSøren;Ærø\n".getBytes(Charset.forName(charset))))
                .containsExactly(new CsvRow(2, Map.of("navn", "Søren", "by", "Ærø"), false));
    }

    @Test
    void aCharsetOfSingleBytesIsNamedAndNeverGuessed() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        byte[] file = "navn\nSøren\n".getBytes(windows);
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class).hasMessageContaining("not UTF-8");
        assertThat(CsvSource.open(new ByteArrayInputStream(file), Optional.of(windows))
                        .next()
                        .cell("navn"))
                .isEqualTo("Søren");
    }

    @Test
    void aRowMayBeShorterThanTheFirstAndSaysWhenItIsLonger() throws IOException {
        assertThat(rows("a,b,a\n1\n1,2,3,\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new CsvRow(2, Map.of("a", "1"), false),
                        new CsvRow(3, Map.of("a", "1", "b", "2"), false),
                        new CsvRow(4, Map.of("a", "1", "b", "2"), true));
    }

    @Test
    void aRowOfEndlessCellsIsRefused() {
        byte[] file = ("a,b\n" + "1,".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class).hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsFoundOut(String delimiter) throws IOException {
        String csv = "\"a,b;c\"" + delimiter + "d" + delimiter + "e\n1" + delimiter + "2" + delimiter + "3\n";
        assertThat(rows(csv.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new CsvRow(2, Map.of("a,b;c", "1", "d", "2", "e", "3"), false));
    }

    @Test
    void aRowKnowsItsLineAndEmptyLinesAreNone() throws IOException {
        assertThat(rows("a,b\n\"1\n1\",2\n\n3\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new CsvRow(2, Map.of("a", "1\n1", "b", "2"), false), new CsvRow(5, Map.of("a", "3"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", ",\n1,2\n", "a,b\n\"1,2\n3,4\n", "a,b\n\"1\"x,2\n"})
    void whatIsNoCsvIsRefused(String csv) {
        assertThatThrownBy(() -> rows(csv.getBytes(StandardCharsets.UTF_8))).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void bytesThatAreNoTextFarDownTheFileAreRefusedWithTheirLine() {
        byte[] start = ("a,b\n" + "1,2\n".repeat(40_000)).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(start, start.length + 2);
        bytes[start.length] = (byte) 0xF8;
        bytes[start.length + 1] = '\n';
        assertThatThrownBy(() -> rows(bytes)).isInstanceOf(UnreadableFile.class).hasMessageContaining("not UTF-8");
    }

    /** The quote is never closed, and the file goes on for a gigabyte. */
    @Test
    void aQuoteThatIsNeverClosedEndsSoon() {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                return ++read > 1L << 30 ? -1 : 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                read += length;
                assertThat(read).as("bytes read").isLessThan(4L << 20);
                return length;
            }
        };
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream("a,b\n1,\"".getBytes(StandardCharsets.UTF_8)), endless);
        assertThatThrownBy(() -> CsvSource.open(file).forEachRemaining(row -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("not closed");
    }

    private static List<CsvRow> rows(byte[] bytes) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        CsvSource.open(new ByteArrayInputStream(bytes)).forEachRemaining(rows::add);
        return rows;
    }
}
