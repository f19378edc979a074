package io.aftertouch.feedback.inbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.reply.Reply;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.review.CaseOrder;
import io.aftertouch.feedback.review.CaseState;
import io.aftertouch.feedback.review.CaseStep;
import io.aftertouch.feedback.review.CaseWithAnswer;
import io.aftertouch.feedback.review.Outcome;
import io.aftertouch.feedback.review.ReviewCase;
import io.aftertouch.feedback.settings.Teams;
import io.aftertouch.feedback.view.SavedView;

/**
 * The inbox: the list at the left, one case at the right.
 *
 * @param summary how many cases are open, in a sentence
 * @param total how many cases pass the filter
 * @param next the address of the next page, or null
 * @param opened the case at the right, or null
 * @param done what was just done with several cases, or null
 * @param message why something was not done; null when there is nothing to say
 * @param mayWork whether the reader may change cases
 * @param nextMorning when the team is back, to put a case aside until then
 * @param colleagues the people who have open cases
 * @param views the reader's saved views and the shared ones
 */
record InboxPage(
        InboxFilter filter,
        String summary,
        List<Row> rows,
        long total,
        String next,
        Opened opened,
        Done done,
        String message,
        boolean mayWork,
        List<Touchpoint> touchpoints,
        Teams teams,
        Instant nextMorning,
        List<String> colleagues,
        List<View> views) {

    /** A saved view, and whether it is the reader's own. */
    record View(SavedView view, boolean mine) {}

    /** A case in the list. */
    record Row(
            CaseWithAnswer found,
            String touchpoint,
            Scale scale,
            String assignee,
            Due due,
            String href,
            boolean isOpen) {

        public String title() {
            return touchpoint + ", " + answer();
        }

        public String answer() {
            return found.response().rating().score() + " of " + scale.max();
        }

        public String band() {
            return bandClass(found.response().rating().band());
        }

        /** "SE · In progress, mette". */
        public String where() {
            String country = found.reviewCase().segments().get("country");
            String state = found.reviewCase().state().label();
            return (country == null ? "" : country + " · ") + state + (assignee == null ? "" : ", " + assignee);
        }

        public boolean untaken() {
            return found.reviewCase().state() == CaseState.NEW;
        }
    }

    /**
     * The case at the right.
     *
     * @param reply how the reader can write to the customer; null when the reader may not work on cases
     * @param again how asking the customer again went; null when nobody was to be
     */
    record Opened(
            CaseWithAnswer found,
            String touchpoint,
            Scale scale,
            String assignee,
            Due due,
            String why,
            boolean mine,
            Map<String, String> attributes,
            Instant happenedAt,
            List<Told> history,
            List<Earlier> earlier,
            ReplyPart reply,
            Again again) {

        public ReviewCase reviewCase() {
            return found.reviewCase();
        }

        public SurveyResponse response() {
            return found.response();
        }

        public String answer() {
            return found.response().rating().score() + " of " + scale.max();
        }

        public String state() {
            return reviewCase().state().label();
        }

        public boolean isNew() {
            return reviewCase().state() == CaseState.NEW;
        }

        public boolean inProgress() {
            return reviewCase().state() == CaseState.IN_PROGRESS;
        }

        public boolean waiting() {
            return reviewCase().state() == CaseState.WAITING;
        }

        public boolean snoozed() {
            return reviewCase().state() == CaseState.SNOOZED;
        }

        public boolean open() {
            return reviewCase().state().isOpen();
        }

        public boolean resolved() {
            return reviewCase().state() == CaseState.RESOLVED;
        }

        /** "country:SE, plan:club"; null when there are none. */
        public String segments() {
            return response().segments().isEmpty() ? null : pairs(response().segments(), ":");
        }

        /** The language of the answer by its English name; null when it is not known. */
        public String language() {
            return response().locale() == null
                    ? null
                    : Locale.forLanguageTag(response().locale()).getDisplayLanguage(Locale.ENGLISH);
        }
    }

    /** A line of the history: who did it, null when the suite did, and what stands behind it; a reply only while it is kept. */
    record Told(CaseStep step, String who, String text, Reply reply) {}

    /** What the same respondent answered before. */
    record Earlier(SurveyResponse response, String touchpoint, int max) {

        public String answer() {
            return response.rating().score() + " of " + max;
        }

        public String band() {
            return bandClass(response.rating().band());
        }
    }

    public List<CaseState> states() {
        return Arrays.asList(CaseState.values());
    }

    public List<Outcome> outcomes() {
        return Outcome.toChoose();
    }

    /** The address of all cases that fit, as a file. */
    public String file() {
        String query = filter.fromTheStart().query();
        return InboxFilePages.PATH + (query.isEmpty() ? "" : "?" + query);
    }

    public boolean dueFirst() {
        return filter.order() == CaseOrder.DUE;
    }

    public boolean filtered() {
        return !filter.fromTheStart().query().isEmpty();
    }

    static String bandClass(Band band) {
        return "band--" + band.name().toLowerCase(Locale.ROOT);
    }

    private static String pairs(Map<String, String> labels, String between) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + between + label.getValue())
                .collect(Collectors.joining(", "));
    }
}
