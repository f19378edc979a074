package io.aftertouch.survey.mail;

import io.aftertouch.platform.page.ContentSecurityPolicy;

/** An e-mail as a page shows it: in a frame of its own that runs and loads nothing. */
public final class MailFrame {

    /** Of the e-mail in its frame. It brings its styles inline, as e-mails do. */
    public static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'self'; sandbox";

    /** Of the page around it. */
    public static final String AROUND = ContentSecurityPolicy.STRICT + "; frame-src 'self'";

    private static final String DARK_ONLY = "@media (prefers-color-scheme: dark)";

    private MailFrame() {}

    /** The scheme that the reader's mail program would have. */
    public enum Scheme {
        LIGHT("Light", "not all"),
        DARK("Dark", "all");

        private final String words;
        private final String media;

        Scheme(String words, String media) {
            this.words = words;
            this.media = media;
        }

        public String words() {
            return words;
        }
    }

    /** The HTML of an e-mail in a scheme, whatever the browser prefers, with its picture in it. */
    public static String of(WrittenLetter letter, Scheme scheme) {
        String html = letter.html().replace(DARK_ONLY, "@media " + scheme.media);
        return letter.logo()
                .map(logo -> html.replace("cid:logo", "data:" + logo.mediaType() + ";base64," + logo.data()))
                .orElse(html);
    }
}
