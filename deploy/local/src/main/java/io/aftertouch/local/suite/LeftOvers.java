package io.aftertouch.local.suite;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.aftertouch.embedded.PidFile;

/** Processes of a run that was killed before it could stop them. The services go first, then what they stand on. */
record LeftOvers(Map<String, PidFile> pidFiles) {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    static LeftOvers of(DataFolder data) {
        Map<String, PidFile> files = new LinkedHashMap<>();
        SuiteSettings.services().forEach(service -> files.put(service.partName(), data.pidFile(service.partName())));
        files.put(BrokerPart.NAME, new PidFile(data.broker().resolve("pid")));
        files.put(DatabasePart.NAME, new PidFile(data.database().resolve("pid")));
        return new LeftOvers(files);
    }

    void stop(Progress progress) {
        pidFiles.forEach((part, file) -> {
            if (file.stopLeftOver(PATIENCE)) {
                progress.say("Stopped the " + part + " that a killed run had left behind");
            }
        });
    }
}
