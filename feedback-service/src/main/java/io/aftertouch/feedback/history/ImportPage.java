package io.aftertouch.feedback.history;

import java.util.Arrays;
import java.util.List;

import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.platform.problem.FieldError;

/**
 * The page on which a file of past answers is checked and brought in.
 *
 * @param wishes what was typed so far
 * @param report what became of the file, or would; null before there was one
 * @param errors why it could not begin; empty when it could
 * @param hashing whether references can be hashed here
 */
record ImportPage(
        ImportWishes wishes,
        ImportReport report,
        String refusal,
        List<FieldError> errors,
        List<Touchpoint> touchpoints,
        List<String> surveys,
        boolean hashing) {

    private static final int SHOWN = 100;

    public List<Mapping> mappings() {
        return Arrays.asList(Mapping.DELIGHTED, Mapping.OWN);
    }

    public boolean refused() {
        return refusal != null;
    }

    /** Whether the file was checked and can be brought in now. */
    public boolean checked() {
        return report != null && report.dryRun() && report.stored() > 0;
    }

    public boolean imported() {
        return report != null && !report.dryRun();
    }

    public List<ImportReport.Refusal> refusals() {
        return report.refusals().stream().limit(SHOWN).toList();
    }

    public boolean moreRefusals() {
        return report.refused() > SHOWN;
    }

    public String segments() {
        return wishes.segments() == null ? "" : String.join(", ", wishes.segments());
    }

    public boolean is(String wish, String value) {
        return value.equals(wish);
    }
}
