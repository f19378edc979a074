package io.aftertouch.feedback.suspected;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.response.Evidence;
import io.aftertouch.feedback.response.Sign;

/**
 * The list of suspected answers in one state.
 *
 * @param waiting how many wait for somebody to decide
 * @param next the address of the next page, or null
 * @param message why the last step was refused, or null
 */
record SuspectedPage(
        SuspectedState state, List<Row> rows, long waiting, String next, String message, boolean mayDecide) {

    /** One suspected answer, in words. */
    record Row(SuspectedAnswer suspected, String touchpoint, Scale scale) {

        public String answer() {
            return suspected.score() + " of " + scale.max();
        }

        public String band() {
            return "band--" + scale.bandOf(suspected.score()).name().toLowerCase(Locale.ROOT);
        }

        public boolean canBeConfirmed() {
            return suspected.state() == SuspectedState.WAITING;
        }

        public boolean canBeDiscarded() {
            return suspected.state() == SuspectedState.WAITING || suspected.isConfirmedByHand();
        }

        public boolean canBePutBack() {
            return suspected.state() == SuspectedState.DISCARDED || suspected.isConfirmedByHand();
        }

        /** What speaks for a program, a sentence each. */
        public List<String> signs() {
            Evidence evidence = suspected.evidence();
            List<String> words = new ArrayList<>();
            evidence.signs().forEach(sign -> words.add(words(sign, evidence)));
            return words;
        }

        private static String words(Sign sign, Evidence evidence) {
            return switch (sign) {
                case TRAP_LINK -> "A link that people do not see was followed";
                case MANY_LINKS -> evidence.linksOpened() + " links of the message were opened within seconds";
                case TOO_FAST ->
                    "Sent %.1f s after the form was shown"
                            .formatted(Math.max(0, evidence.sentAfterMillis()) / 1e3)
                            .replace(',', '.');
                case NOT_SHOWN -> "Sent without the form having been shown";
                case NO_INPUT -> "Sent without a key or a pointer";
                case SCANNER_AGENT -> "Sent by what calls itself a program";
                case HEAD_REQUEST -> "Links were asked about without being read";
            };
        }
    }

    public List<SuspectedState> states() {
        return List.of(SuspectedState.values());
    }

    /** The word of a state in a list of them. */
    public String label(SuspectedState one) {
        return switch (one) {
            case WAITING -> "Waiting";
            case CONFIRMED -> "Confirmed";
            case DISCARDED -> "Discarded";
            case SUPERSEDED -> "Superseded";
        };
    }

    /** What stands in an empty list. */
    public String none() {
        return switch (state) {
            case WAITING -> "Nobody waits for you";
            case CONFIRMED -> "None is confirmed";
            case DISCARDED -> "None is discarded";
            case SUPERSEDED -> "None is superseded";
        };
    }

    public boolean isWaiting() {
        return state == SuspectedState.WAITING;
    }
}
