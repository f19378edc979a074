package io.aftertouch.survey.privacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.aftertouch.survey.privacy.ErasureProgress.Progress;
import io.aftertouch.survey.privacy.RetentionOverview.Line;
import io.aftertouch.survey.respondent.PrivacyLog;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.RespondentPath;

/**
 * What the page shows.
 *
 * @param sought the reference or address that was looked up, empty when none was
 * @param found everybody who is known under it
 * @param erasure how far the erasure is of whom it was; null unless it is that of somebody who was erased
 * @param mayAct whether whoever looks may export and erase
 * @param failure why there was no export, null when none was asked for
 * @param toErase how many asked to be erased and wait
 * @param kept how long what is kept
 * @param missing services that did not say how long they keep what
 * @param acts the latest exports and erasures
 */
record PrivacyPage(
        String sought,
        List<Person> found,
        Progress erasure,
        boolean mayAct,
        String failure,
        long toErase,
        List<Kept> kept,
        List<String> missing,
        List<PrivacyLog.Entry> acts) {

    public boolean isErased() {
        return erasure != null;
    }

    /** Somebody who is known here, or a reference under which other services may know somebody. */
    record Person(String ref, String title, String email, String segment) {

        static Person of(Respondent respondent) {
            return new Person(
                    respondent.ref(),
                    respondent.name().or(respondent::email).orElse(respondent.ref()),
                    respondent.email().orElse(null),
                    RespondentPath.segment(respondent.ref()));
        }

        static Person unknown(String ref) {
            return new Person(ref, ref, null, RespondentPath.segment(ref));
        }

        public String exportPath() {
            return "/privacy/export?respondent=" + URLEncoder.encode(ref, StandardCharsets.UTF_8);
        }
    }

    /** One kind of data. */
    record Kept(String what, String service, String keptFor, Instant oldestAt, boolean late) {

        static Kept of(Line line) {
            return new Kept(line.what(), line.service(), KeptFor.words(line.keptFor()), line.oldestAt(), line.late());
        }
    }

    public boolean isLookedUp() {
        return !sought.isEmpty();
    }

    /** The reference itself, when nobody is known under it here. */
    public Person unknown() {
        return Person.unknown(sought);
    }

    public boolean mayBeReference() {
        return RespondentPath.ref(RespondentPath.segment(sought)).isPresent();
    }

    public boolean isAnythingLate() {
        return kept.stream().anyMatch(Kept::late);
    }

    public String words(PrivacyLog.Entry act) {
        return switch (act.act()) {
            case EXPORTED -> "Export of a respondent";
            case ERASED -> "Erasure of a respondent";
        };
    }
}
