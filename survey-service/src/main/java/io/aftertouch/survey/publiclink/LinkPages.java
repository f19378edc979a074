package io.aftertouch.survey.publiclink;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.survey.survey.Survey;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;

/** Draws the pages of public links. */
@Singleton
class LinkPages {

    private static final int ON_A_PAGE = 100;
    private static final int SHOWN_QR = 192;

    private final PublicLinkRepository links;
    private final LinkAddresses addresses;
    private final Touchpoints touchpoints;
    private final Surveys surveys;
    private final Caller caller;
    private final Clock clock;
    private final Template list;
    private final Template one;

    LinkPages(
            PublicLinkRepository links,
            LinkAddresses addresses,
            Touchpoints touchpoints,
            Surveys surveys,
            Caller caller,
            Clock clock,
            @Location("links") Template list,
            @Location("link") Template one) {
        this.links = links;
        this.addresses = addresses;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.caller = caller;
        this.clock = clock;
        this.list = list;
        this.one = one;
    }

    /**
     * The links, newest first.
     *
     * @param touchpoint the key of the touchpoint that they are filtered by, empty for all
     * @param next address of the older ones, null when there are none
     */
    record LinksPage(
            List<Row> rows,
            String touchpoint,
            List<Option> touchpoints,
            List<Option> surveys,
            PageForm form,
            String next,
            boolean mayChange) {

        /** Where a new link can hang. */
        public boolean canAdd() {
            return mayChange && !touchpoints.isEmpty() && !surveys.isEmpty();
        }
    }

    /**
     * A link in words.
     *
     * @param closed why it takes no answers, null when it does
     */
    record Row(PublicLinkView link, String title, String touchpointName, String surveyTitle, String closed) {

        public String segments() {
            return PublicLinkPages.words(link.segments());
        }
    }

    /**
     * One link, with its QR code as SVG.
     *
     * @param script what a page of the company's own carries to open the form in it
     */
    record LinkPage(
            Row row,
            RawString qr,
            String typed,
            String script,
            List<Option> surveys,
            PageForm form,
            boolean mayChange) {

        public boolean isClosed() {
            return row.link().state() == PublicLinkState.CLOSED;
        }
    }

    String list(String touchpoint, String cursor, PageForm form) {
        String at = touchpoint == null || touchpoint.isBlank() ? null : touchpoint;
        List<PublicLink> found = links.newestFirst(at, PublicLinkResource.place(cursor), ON_A_PAGE + 1);
        List<PublicLink> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        Names names = names();
        LinksPage page = new LinksPage(
                shown.stream().map(link -> row(link, names)).toList(),
                at == null ? "" : at,
                names.touchpoints().values().stream()
                        .map(place -> new Option(place.key(), place.name()))
                        .toList(),
                publishedSurveys(names),
                form,
                found.size() > ON_A_PAGE ? older(at, shown.getLast()) : null,
                mayChange());
        return list.data("page", page).render();
    }

    String one(PublicLink link, PageForm form) {
        Names names = names();
        URI address = addresses.of(link.code());
        LinkPage page = new LinkPage(
                row(link, names),
                new RawString(QrCode.of(address.toString()).svg(SHOWN_QR)),
                addresses.typed(link.code()),
                addresses.script(link.code()),
                choices(link, names),
                form,
                mayChange());
        return one.data("page", page).render();
    }

    private record Names(Map<String, Touchpoint> touchpoints, Map<String, Survey> surveys) {}

    private Names names() {
        return new Names(
                touchpoints.all().stream()
                        .collect(Collectors.toMap(
                                Touchpoint::key, place -> place, (one, same) -> one, LinkedHashMap::new)),
                surveys.all().stream()
                        .collect(Collectors.toMap(
                                Survey::key, survey -> survey, (one, same) -> one, LinkedHashMap::new)));
    }

    private Row row(PublicLink link, Names names) {
        Touchpoint place = names.touchpoints().get(link.touchpoint());
        Survey survey = names.surveys().get(link.survey());
        return new Row(
                PublicLinkView.of(link, addresses.of(link.code())),
                link.name().orElse(place.name()),
                place.name(),
                survey.title(),
                whyClosed(link, place, survey, clock.instant()));
    }

    private static String whyClosed(PublicLink link, Touchpoint place, Survey survey, Instant now) {
        if (link.state() == PublicLinkState.CLOSED) {
            return "Closed";
        }
        if (!link.isOpenAt(now)) {
            return "Its time is over";
        }
        if (place.isRetired()) {
            return "Touchpoint retired";
        }
        return survey.versionToAsk().isEmpty() ? "Survey retired" : null;
    }

    /** The published surveys, and the one that is asked now even if it was retired. */
    private static List<Option> choices(PublicLink link, Names names) {
        List<Option> published = publishedSurveys(names);
        if (published.stream().anyMatch(option -> option.value().equals(link.survey()))) {
            return published;
        }
        Option retired =
                new Option(link.survey(), names.surveys().get(link.survey()).title() + " (retired)");
        return Stream.concat(Stream.of(retired), published.stream()).toList();
    }

    private static List<Option> publishedSurveys(Names names) {
        return names.surveys().values().stream()
                .filter(survey -> survey.versionToAsk().isPresent())
                .map(survey -> new Option(survey.key(), survey.title()))
                .toList();
    }

    private static String older(String touchpoint, PublicLink last) {
        String filter =
                touchpoint == null ? "" : "touchpoint=" + URLEncoder.encode(touchpoint, StandardCharsets.UTF_8) + "&";
        return "/links?" + filter + "cursor=" + PublicLinkResource.cursorAfter(last);
    }

    private boolean mayChange() {
        return caller.may(Scopes.CONFIG_WRITE);
    }
}
