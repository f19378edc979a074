package io.aftertouch.local.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that is measured on, and how busy it was with other things. */
final class Machine {

    private Machine() {}

    static String description() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d × %s, %d GB, %s %s, Java %s, load before %.2f",
                Runtime.getRuntime().availableProcessors(),
                valueOf("/proc/cpuinfo", "model name"),
                Long.parseLong(valueOf("/proc/meminfo", "MemTotal").split(" ", -1)[0]) >> 20,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String valueOf(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("0 unknown");
    }
}
