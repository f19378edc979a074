package io.aftertouch.local.demo;

import java.util.Map;
import java.util.TreeMap;

/**
 * A customer of Nordlys.
 *
 * @param carrier who brings the parcels
 * @param email null when Nordlys has none
 */
record Customer(String ref, String country, String plan, String carrier, String language, String name, String email) {

    /** What the customer is at a touchpoint. */
    Map<String, String> segments(Touchpoint touchpoint) {
        Map<String, String> segments = new TreeMap<>(Map.of("country", country, "plan", plan));
        if (touchpoint.hasParcel()) {
            segments.put("carrier", carrier);
        }
        return segments;
    }
}
