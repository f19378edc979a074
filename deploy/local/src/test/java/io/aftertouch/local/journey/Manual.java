package io.aftertouch.local.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/operations.md, whose commands are run as they stand there, and whose metrics are looked for. */
final class Manual {

    private static final Pattern COMMANDS = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    private final String text;

    private Manual(String text) {
        this.text = text;
    }

    static Manual read() throws IOException {
        return new Manual(Files.readString(Path.of(System.getProperty("aftertouch.root"), "docs/operations.md")));
    }

    /** The one block of commands in which this is said. */
    String commands(String word) {
        assertThat(blocks().filter(block -> block.contains(word)))
                .as("blocks with " + word)
                .hasSize(1);
        return blocks().filter(block -> block.contains(word)).findFirst().orElseThrow();
    }

    private Stream<String> blocks() {
        return COMMANDS.matcher(text).results().map(block -> block.group(1));
    }

    /** The metrics of a service, as Prometheus names them. */
    Stream<String> metricsOf(String service) {
        String kind = service.substring(0, service.indexOf('-'));
        return Pattern.compile("(?m)^\\| (`aftertouch_.*?) \\| ([a-z, ]+) \\|")
                .matcher(text)
                .results()
                .filter(row -> row.group(2).equals("all") || row.group(2).contains(kind))
                .flatMap(row -> Pattern.compile("`(aftertouch_\\w+)")
                        .matcher(row.group(1))
                        .results())
                .map(metric -> metric.group(1));
    }

    /** Runs commands in a folder, after some preparation, and wants all of them to succeed. */
    static void run(Path folder, String preparation, String commands) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", "set -euo pipefail\n" + preparation + "\n" + commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor()).as(commands + "\n" + said).isZero();
    }
}
