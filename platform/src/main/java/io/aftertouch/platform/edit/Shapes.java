package io.aftertouch.platform.edit;

/** The shapes of texts that come from outside, as regular expressions. */
public final class Shapes {

    /** Names that people give to things and that stand in addresses: {@code support.ticket-closed}. */
    public static final String KEY = "[a-z0-9][a-z0-9._-]{0,63}";

    public static final String KEY_MESSAGE =
            "must start with a letter or digit and hold only lower-case letters, digits, dots, hyphens and underscores, at most 64";

    /** Names of segments and attributes, as source systems have them. */
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    public static final String NAME_MESSAGE = "must be a name of letters, digits and . _ -, at most 64";

    /** Systems that say what happened. */
    public static final String SOURCE = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}";

    public static final String SOURCE_MESSAGE =
            "must start with a letter or digit and hold only letters, digits and . _ : / -, at most 64";

    /** One line of text: something to see, no control characters (so no line breaks in a mail header), no halves of characters. */
    public static final String LINE = "(?=.*\\S)[^\\u0000-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF\\u2028\\u2029]*";

    public static final String LINE_MESSAGE = "must be one line of text without control characters";

    private Shapes() {}
}
