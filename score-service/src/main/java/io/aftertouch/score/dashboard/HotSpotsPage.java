package io.aftertouch.score.dashboard;

import java.time.Instant;
import java.util.List;

/** Every hot spot of the moment, with how they are looked for. */
public record HotSpotsPage(String title, String lead, Instant asOf, List<HotCard> hotSpots) {}
