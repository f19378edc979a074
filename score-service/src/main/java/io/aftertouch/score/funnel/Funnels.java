package io.aftertouch.score.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.aftertouch.score.catalog.Touchpoint;

/** Tells how far asking comes at each touchpoint. */
@Singleton
public class Funnels {

    private final FunnelTable table;

    Funnels(FunnelTable table) {
        this.table = table;
    }

    /** One touchpoint: all of the time, and each day on which there was anything. */
    public record Funnel(Touchpoint touchpoint, Passage total, Map<LocalDate, Passage> days) {}

    /**
     * Of those touchpoints where anything was judged or anybody invited, in their order.
     *
     * @param from the first day of UTC
     * @param to the first day that no longer counts
     */
    public List<Funnel> at(List<Touchpoint> touchpoints, LocalDate from, LocalDate to) {
        Map<Integer, Map<LocalDate, Passage>> days = new LinkedHashMap<>();
        table.between(touchpoints.stream().map(Touchpoint::id).toList(), from, to)
                .forEach(day -> days.computeIfAbsent(day.place().touchpoint(), unseen -> new LinkedHashMap<>())
                        .put(day.place().day(), day.passage()));
        List<Funnel> funnels = new ArrayList<>();
        for (Touchpoint touchpoint : touchpoints) {
            Map<LocalDate, Passage> here = days.get(touchpoint.id());
            if (here != null) {
                funnels.add(new Funnel(touchpoint, here.values().stream().reduce(Passage.NONE, Passage::plus), here));
            }
        }
        return funnels;
    }
}
