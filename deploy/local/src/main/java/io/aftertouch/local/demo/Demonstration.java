package io.aftertouch.local.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/** Fills a running suite with the last ninety days of Nordlys, a retailer that does not exist, through the public API. */
public final class Demonstration {

    private final URI address;
    private final String apiKey;
    private final Path file;
    private final Consumer<String> teller;
    private final Clock clock;

    /**
     * @param file keeps which story is told here, so that it is told once
     * @param teller hears how far it is
     */
    public Demonstration(URI address, String apiKey, Path file, Consumer<String> teller, Clock clock) {
        this.address = address;
        this.apiKey = apiKey;
        this.file = file;
        this.teller = line -> teller.accept("Demo: " + line);
        this.clock = clock;
    }

    /** Returns when all of it is there; what stands in the way is told and not thrown. */
    public void run() {
        long from = System.nanoTime();
        try {
            Story story = Story.keptIn(file, clock);
            if (story.isTold()) {
                teller.accept("the ninety days up to " + LocalDate.ofInstant(story.until(), Story.ZONE)
                        + " are here already, nothing is added");
                return;
            }
            teller.accept("ninety days of Nordlys are filled in; the site can be used meanwhile");
            new Telling(new Api(address, apiKey), teller).tell(story);
            story.toldAt(clock.instant()).keepIn(file);
            teller.accept(String.format(Locale.ROOT, "done within %.1f s", (System.nanoTime() - from) / 1e9));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            teller.accept("stopped: " + e.getMessage() + ". Start with --demo again to go on");
        }
    }
}
