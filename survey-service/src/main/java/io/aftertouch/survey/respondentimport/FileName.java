package io.aftertouch.survey.respondentimport;

/** The name of a file as somebody's computer knows it, fit to be shown and no more. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /** @return null when there is nothing to show */
    static String of(String sent) {
        if (sent == null) {
            return null;
        }
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]", "");
        return name.isBlank() ? null : name.substring(0, Math.min(LONGEST, name.length()));
    }
}
