package io.aftertouch.local.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of others on a page of ours. */
final class Html {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)\\]]");

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The text with its web addresses as links. */
    static String withLinks(String text) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(text);
        int done = 0;
        while (matcher.find()) {
            String address = escape(matcher.group());
            html.append(escape(text.substring(done, matcher.start())))
                    .append("<a href=\"%1$s\" rel=\"noreferrer\">%1$s</a>".formatted(address));
            done = matcher.end();
        }
        return html.append(escape(text.substring(done))).toString();
    }
}
