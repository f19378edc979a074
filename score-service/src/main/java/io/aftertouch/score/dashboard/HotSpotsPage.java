package io.aftertouch.score.dashboard;

import java.util.List;

/** Every hot spot of the moment, with how they are looked for. */
public record HotSpotsPage(String title, String lead, List<HotCard> hotSpots) {}
