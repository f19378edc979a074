package io.aftertouch.score.news;

import java.net.URI;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * News as one sentence and a link, in the markup that Slack and its likes understand: {@code <url|words>}, and {@code & < >} written as entities.
 *
 * @param nameOf the name of a touchpoint by its key
 */
record SlackText(UnaryOperator<String> nameOf) {

    String of(ToldResponse response) {
        String answer = response.metric() + " " + response.score() + " (" + lower(response.band()) + ")";
        return told(sentence(response, answer), response.touchpoint(), response.url(), "Show such answers");
    }

    private static String sentence(ToldResponse response, String answer) {
        if (response.withdrawnAt() != null) {
            return "An answer was taken back: " + answer;
        }
        return response.previous() != null
                ? "An answer was changed from " + response.previous().score() + " to " + answer
                : "An answer: " + answer + (response.hasComment() ? ", with a comment" : "");
    }

    String of(NewsType type, ToldCase reviewCase) {
        String sentence = type == NewsType.CASE_OPENED
                ? "A review case was opened: " + lower(reviewCase.reason())
                : "A review case is now " + lower(reviewCase.state());
        return told(sentence, reviewCase.touchpoint(), reviewCase.url(), "Open the case");
    }

    String of(NewsType type, ToldAlert alert) {
        String where = alert.segment() == null ? "" : " for " + escaped(alert.segment());
        String figures = alert.after() == null || alert.before() == null
                ? ""
                : ": " + of(alert.after()) + " now, " + of(alert.before()) + " before,";
        return told(type.words() + where + figures, alert.touchpoint(), alert.url(), "Show the alert");
    }

    private static String of(ToldAlert.Share share) {
        return share.negative() + " of " + share.n();
    }

    String of(NewsType type, ToldInvitation invitation) {
        String reason = invitation.reason() == null ? "" : " (" + lower(invitation.reason()) + ")";
        return told(type.words() + reason, invitation.touchpoint(), invitation.url(), "Show the invitation");
    }

    private String told(String sentence, String touchpoint, URI page, String words) {
        String where = touchpoint == null ? "" : " at " + escaped(nameOf.apply(touchpoint));
        return sentence + where + ". " + link(page.toString(), words);
    }

    /** A word in capitals as people read it: LOW_SCORE is "low score". */
    private static String lower(String word) {
        return escaped(String.valueOf(word).toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static String link(String address, String words) {
        return "<" + escaped(address) + "|" + words + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
