package io.aftertouch.survey.privacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.platform.edit.NotFound;
import org.jboss.logging.Logger;

/** Gathers all that the suite keeps about a respondent: all of it, or nothing. That somebody saw it is written down. */
@Singleton
class Exporting {

    private static final Logger LOG = Logger.getLogger(Exporting.class);

    private final OwnPart own;
    private final Neighbours neighbours;
    private final Clock clock;

    Exporting(OwnPart own, Neighbours neighbours, Clock clock) {
        this.own = own;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** Where the others say what they keep under a reference. */
    static String path(String ref) {
        return "/api/v1/personal-data?respondent=" + URLEncoder.encode(ref, StandardCharsets.UTF_8);
    }

    /**
     * @param by whoever asks: a person, or {@code key:<id>}
     * @throws ExportIncomplete when a service cannot say what it keeps
     * @throws NotFound when nothing is kept anywhere
     */
    RespondentExport export(String ref, String by, Credentials credentials) {
        Map<Neighbour, JsonNode> parts = new EnumMap<>(Neighbour.class);
        Set<Neighbour> missing = EnumSet.noneOf(Neighbour.class);
        for (Neighbour neighbour : Neighbour.values()) {
            neighbours
                    .ask(neighbour, path(ref), credentials)
                    .ifPresentOrElse(part -> parts.put(neighbour, part), () -> missing.add(neighbour));
        }
        if (!missing.isEmpty()) {
            throw new ExportIncomplete(missing);
        }
        RespondentExport export = new RespondentExport(
                ref, clock.instant(), own.of(ref), parts.get(Neighbour.FEEDBACK), parts.get(Neighbour.SCORE));
        if (export.isEmpty()) {
            throw new NotFound();
        }
        own.writeDown(ref, by);
        LOG.infof("All that is kept of a respondent was exported by %s", by);
        return export;
    }
}
