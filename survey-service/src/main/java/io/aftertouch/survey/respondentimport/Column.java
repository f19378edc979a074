package io.aftertouch.survey.respondentimport;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a file can say about a respondent. */
enum Column {
    REF("ref", "Reference"),
    EMAIL("email", "E-mail"),
    PHONE("phone", "Phone"),
    NAME("name", "Name"),
    LOCALE("locale", "Language"),
    COUNTRY("country", "Country"),
    TIME_ZONE("timeZone", "Time zone"),
    CONSENT_BASIS("consentBasis", "Basis of the consent"),
    CONSENT_SOURCE("consentSource", "Source of the consent"),
    CONSENT_AT("consentAt", "Time of the consent");

    private final String field;
    private final String words;

    Column(String field, String words) {
        this.field = field;
        this.words = words;
    }

    /** As it stands in the first row. */
    public String field() {
        return field;
    }

    /** As colleagues read it. */
    public String words() {
        return words;
    }

    /** The column that a header names, whatever its case, blanks, hyphens and underscores: {@code Time zone} is {@code timeZone}. */
    static Optional<Column> of(String header) {
        return Stream.of(values())
                .filter(column -> plain(column.field).equals(plain(header)))
                .findFirst();
    }

    static String plain(String header) {
        return header.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }
}
