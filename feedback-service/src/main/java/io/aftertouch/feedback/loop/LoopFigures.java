package io.aftertouch.feedback.loop;

import java.time.Duration;

/**
 * How the loop is closed for the cases that were opened in a period; spam is left out.
 *
 * @param group key of the touchpoint or the team; null for cases without a team, and for all of them together
 * @param taken how many of them somebody has had
 * @param resolved how many are resolved
 * @param inTime how many were taken by their due time
 * @param late how many were taken after it, or should have been taken by now
 * @param contacted for how many the customer was spoken or written with
 * @param firstContact how long it took until then, in the median; null when it never came to that
 * @param recoveries what came of asking the customers again
 */
record LoopFigures(
        String group,
        long opened,
        long taken,
        long resolved,
        long inTime,
        long late,
        long contacted,
        Duration firstContact,
        Recoveries recoveries) {

    /**
     * Customers who were asked again after their case was resolved.
     *
     * @param asked how many were
     * @param answered how many of them answered
     * @param recovered how many of these answers are not negative
     */
    record Recoveries(long asked, long answered, long recovered) {

        static final Recoveries NONE = new Recoveries(0, 0, 0);
    }

    /** The share taken by their due time of those for which it is known; null when it is of none. */
    public Double shareInTime() {
        return inTime + late == 0 ? null : (double) inTime / (inTime + late);
    }

    /** "3 h 33 min", "12 min", "2 days", "less than a minute"; null when there was no contact. */
    public String firstContactWords() {
        if (firstContact == null) {
            return null;
        }
        if (firstContact.toDays() > 1) {
            return firstContact.toDays() + " days";
        }
        if (firstContact.toMinutes() == 0) {
            return "less than a minute";
        }
        return firstContact.toHours() > 0
                ? firstContact.toHours() + " h " + firstContact.toMinutesPart() + " min"
                : firstContact.toMinutes() + " min";
    }
}
