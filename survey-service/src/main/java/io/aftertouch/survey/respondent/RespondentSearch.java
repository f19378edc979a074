package io.aftertouch.survey.respondent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;

/**
 * Searches the respondents without ever reading far: one criterion leads along an index, the others are looked at row by row, and after a fixed
 * number of rows a page ends even if it is not full.
 */
@Singleton
class RespondentSearch {

    private static final int STEP = 250;
    private static final int FARTHEST = 2_500;

    private final RespondentRepository respondents;

    RespondentSearch(RespondentRepository respondents) {
        this.respondents = respondents;
    }

    /** Which respondents to find; null and empty leave a criterion out. */
    record Criteria(String q, String email, String phone, String country, Boolean optedOut) {

        Criteria {
            q = blankToNull(q);
            email = blankToNull(email);
            phone = blankToNull(phone);
            country = blankToNull(country);
        }

        private static String blankToNull(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        /** The mailbox searched for, as the contact policy sees it; one that cannot be a mailbox is that of nobody. */
        Optional<String> mailbox() {
            return Optional.ofNullable(email)
                    .map(text -> text.lastIndexOf('@') < 0
                            ? text
                            : ContactAddress.ofEmail(text).orElseThrow().text());
        }

        Optional<String> line() {
            return ContactAddress.ofPhone(phone).map(ContactAddress::text);
        }

        boolean fits(Respondent respondent) {
            return mailbox()
                            .map(wanted -> respondent
                                    .emailContact()
                                    .filter(wanted::equals)
                                    .isPresent())
                            .orElse(true)
                    && line().map(wanted -> respondent
                                    .phoneContact()
                                    .filter(wanted::equals)
                                    .isPresent())
                            .orElse(true)
                    && (country == null
                            || respondent
                                    .country()
                                    .filter(country.toUpperCase(Locale.ROOT)::equals)
                                    .isPresent())
                    && (optedOut == null || optedOut == respondent.isMarkedOptedOut());
        }
    }

    /** A place in the list: on which of the ways, and after which respondent there. */
    private record Place(int way, String key, String ref) {

        static final Place START = new Place(0, "", "");

        String cursor() {
            return Cursor.encode(way, key, ref);
        }
    }

    /** A row with the place where it was found. */
    private record Found(Place place, Respondent respondent) {}

    PagedView<RespondentView> page(Criteria criteria, String cursor, int limit) {
        List<RespondentWay> ways = RespondentWay.of(criteria);
        Cursor given = Cursor.decode(cursor, 3);
        Place place = given == null
                ? Place.START
                : new Place(Integer.parseInt(given.string(0, "[0-2]")), given.string(1), given.string(2));
        List<Found> found = new ArrayList<>();
        int looked = 0;
        while (found.size() <= limit && looked < FARTHEST && place.way() < ways.size()) {
            RespondentWay way = ways.get(place.way());
            List<Respondent> rows = respondents.along(way, place.key(), place.ref(), STEP);
            for (Respondent row : rows) {
                place = new Place(place.way(), way.key(row), row.ref());
                if (criteria.fits(row)) {
                    found.add(new Found(place, row));
                }
            }
            looked += rows.size();
            if (rows.size() < STEP) {
                place = new Place(place.way() + 1, "", "");
            }
        }
        return view(found, limit, place.way() < ways.size() ? place.cursor() : null);
    }

    private static PagedView<RespondentView> view(List<Found> found, int limit, String further) {
        List<RespondentView> shown = found.stream()
                .limit(limit)
                .map(row -> RespondentView.of(row.respondent()))
                .toList();
        return new PagedView<>(
                shown, found.size() > limit ? found.get(limit - 1).place().cursor() : further);
    }
}
