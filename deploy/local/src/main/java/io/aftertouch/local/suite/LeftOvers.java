package io.aftertouch.local.suite;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.embedded.PidFile;

/** Processes of a run that was killed before it could stop them. The services go first and together, then what they stand on. */
record LeftOvers(Map<String, PidFile> services, Map<String, PidFile> foundations) {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    static LeftOvers of(DataFolder data) {
        Map<String, PidFile> services = new LinkedHashMap<>();
        SuiteSettings.services().forEach(service -> services.put(service.partName(), data.pidFile(service.partName())));
        Map<String, PidFile> foundations = new LinkedHashMap<>();
        foundations.put(BrokerPart.NAME, new PidFile(data.broker().resolve("pid")));
        foundations.put(DatabasePart.NAME, new PidFile(data.database().resolve("pid")));
        return new LeftOvers(services, foundations);
    }

    void stop(Progress progress) {
        for (Map<String, PidFile> together : List.of(services, foundations)) {
            together.entrySet().parallelStream().forEach(part -> {
                if (part.getValue().stopLeftOver(PATIENCE)) {
                    progress.say("Stopped the " + part.getKey() + " that a killed run had left behind");
                }
            });
        }
    }
}
