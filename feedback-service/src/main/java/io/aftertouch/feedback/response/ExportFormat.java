package io.aftertouch.feedback.response;

import java.util.Locale;

/** How answers are written to a file. */
enum ExportFormat {
    /** A table for spreadsheets. */
    CSV("text/csv;charset=UTF-8"),
    /** An object on each line, as the API shows one. */
    NDJSON("application/x-ndjson");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return "responses." + name().toLowerCase(Locale.ROOT);
    }
}
