package io.aftertouch.score.dashboard;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Origin;
import io.aftertouch.score.tally.Rollup;
import io.aftertouch.score.tally.Tallies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What the pages say of 100,000 answers is what the API says, and what comes out when somebody counts the answers again. */
@QuarkusTest
@RealInfrastructureTest
class RecountTest {

    private static final int ANSWERS = 100_000;
    private static final int DAYS = 120;
    private static final List<Scale> SCALES = List.of(Scale.NPS, Scale.CSAT_5, Scale.CES_2);
    private static final List<String> COUNTRIES = List.of("DK", "SE");
    private static final List<String> CHANNELS = List.of("email", "web");

    private static List<Given> all;
    private static String mark;

    @Inject
    Touchpoints touchpoints;

    @Inject
    SurveyVersions surveys;

    @Inject
    Channels channels;

    @Inject
    SegmentProfiles profiles;

    @Inject
    Tallies tallies;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /** An answer as the company's own list has it. */
    private record Given(String touchpoint, Scale scale, String country, String channel, Instant at, int score) {}

    /** A recount of some of them, by hand: nothing of the service takes part. */
    private record Recount(Scale scale, List<Given> answers) {

        long n() {
            return answers.size();
        }

        long in(int from, int to) {
            return answers.stream()
                    .filter(answer -> from <= answer.score() && answer.score() <= to)
                    .count();
        }

        long negative() {
            return in(scale.negativeFrom(), scale.negativeTo());
        }

        double score() {
            double positive = in(scale.positiveFrom(), scale.positiveTo());
            return switch (scale.metric()) {
                case NPS -> 100 * (positive - negative()) / n();
                case CSAT -> 100 * positive / n();
                case CES -> answers.stream().mapToInt(Given::score).average().orElseThrow();
            };
        }

        String shown() {
            return switch (scale.metric()) {
                case NPS -> Numbers.decimals(score(), 0);
                case CSAT -> Numbers.percent(score() / 100);
                case CES -> Numbers.decimals(score(), 1);
            };
        }

        String shareNegative() {
            return Numbers.percent((double) negative() / n());
        }
    }

    @BeforeEach
    void prepare() {
        if (all != null) {
            return;
        }
        mark = Long.toString(clock.instant().toEpochMilli(), 36);
        SplittableRandom random = new SplittableRandom(100_000);
        Instant latest = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
        List<Given> made = new ArrayList<>(ANSWERS);
        for (int i = 0; i < ANSWERS; i++) {
            int place = random.nextInt(6);
            Scale scale = SCALES.get(place % SCALES.size());
            int drawn = Math.max(
                    random.nextInt(scale.min(), scale.max() + 1), random.nextInt(scale.min(), scale.max() + 1));
            made.add(new Given(
                    "recount-" + place + "-" + mark,
                    scale,
                    COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                    CHANNELS.get(random.nextInt(CHANNELS.size())),
                    latest.minus(Duration.ofDays(random.nextInt(DAYS))).minus(Duration.ofHours(4L * random.nextInt(6))),
                    drawn));
        }
        Rollup rollup = new Rollup();
        Map<List<Object>, Origin> origins = new LinkedHashMap<>();
        for (Given answer : made) {
            Origin origin = origins.computeIfAbsent(
                    List.of(answer.touchpoint(), answer.country(), answer.channel()), fresh -> origin(answer));
            rollup.add(origin, answer.at(), answer.score());
        }
        QuarkusTransaction.requiringNew().timeout(120).run(() -> tallies.add(rollup));
        all = List.copyOf(made);
    }

    private Origin origin(Given answer) {
        return new Origin(
                touchpoints.idOf(answer.touchpoint()),
                surveys.idOf(answer.touchpoint() + "-survey", 1, answer.scale()),
                channels.idOf(answer.channel()),
                profiles.idOf(Map.of("country", answer.country())));
    }

    @ParameterizedTest
    @CsvSource({
        "4w, 28, , ",
        "12w, 84, , ",
        "12w, 84, DK, ",
        "7d, 7, SE, web",
        "all, 0, , email",
    })
    void homeAndJourneySayWhatTheApiAndARecountSay(String period, int days, String country, String channel) {
        Instant from = days == 0 ? Instant.EPOCH : startOf(days);
        Predicate<Given> asked = answer -> !answer.at().isBefore(from)
                && (country == null || answer.country().equals(country))
                && (channel == null || answer.channel().equals(channel));
        String filter =
                (country == null ? "" : "&segment=country:" + country) + (channel == null ? "" : "&channel=" + channel);
        String home = get("/?period=" + period + filter);
        String journey = get("/journey?period=" + period + filter);

        for (int place = 0; place < 6; place++) {
            String touchpoint = "recount-" + place + "-" + mark;
            Recount recount = recount(touchpoint, asked);
            JsonPath api = scores(
                    recount.scale(),
                    "touchpoint=" + touchpoint + filter
                            + (days == 0 ? "" : "&from=" + LocalDate.ofInstant(from, zone)));
            assertThat(api.getLong("n")).as(touchpoint).isEqualTo(recount.n());
            assertThat(api.getDouble("score")).as(touchpoint).isCloseTo(recount.score(), within(1e-3));
            assertThat(api.getLong("negative")).as(touchpoint).isEqualTo(recount.negative());

            String row = between(home, " " + touchpoint + "\">", "</tr>");
            assertThat(found(row, "<b>(.*?)</b> <span>\\((.*?) to (.*?)\\), n&nbsp;=&nbsp;(.*?)</span>"))
                    .containsExactly(
                            recount.shown(),
                            bare(recount.scale(), api.getDouble("low")),
                            bare(recount.scale(), api.getDouble("high")),
                            Numbers.shown(recount.n()));
            assertThat(found(row, "</svg><span>(\\d+\u00a0%)</span>")).containsExactly(recount.shareNegative());

            String card = between(journey, "data-live=\"" + touchpoint + " ", "</li>");
            assertThat(
                            found(
                                    card,
                                    "<b>(.*?)</b> <span>\\w+</span><span class=\"rest\">\\((.*?) to (.*?)\\), n&nbsp;=&nbsp;(.*?)</span>"))
                    .containsExactly(
                            recount.shown(),
                            bare(recount.scale(), api.getDouble("low")),
                            bare(recount.scale(), api.getDouble("high")),
                            Numbers.shown(recount.n()));
            assertThat(card).contains(recount.shareNegative() + " negative");
        }
    }

    @Test
    void thePageOfATouchpointSaysWhatTheApiAndARecountSay() {
        Instant from = startOf(84);
        for (int place = 0; place < 3; place++) {
            String touchpoint = "recount-" + place + "-" + mark;
            Recount recount = recount(touchpoint, answer -> !answer.at().isBefore(from));
            Scale scale = recount.scale();

            String page = get("/touchpoint/" + touchpoint + "?period=12w");

            String figures = between(page, "<dl class=\"kpis\"", "</dl>");
            assertThat(found(figures, "<b>(.*?)</b> <span>\\(.*?\\), n&nbsp;=&nbsp;(.*?)</span>"))
                    .containsExactly(recount.shown(), Numbers.shown(recount.n()));
            assertThat(figures)
                    .contains(recount.shareNegative() + " <span>" + Numbers.shown(recount.negative()) + " of "
                            + Numbers.shown(recount.n()));
            String distribution = between(page, "<tbody data-live=\"distribution", "</tbody>");
            for (int score = scale.min(); score <= scale.max(); score++) {
                assertThat(found(
                                distribution,
                                "<th scope=\"row\" class=\"num\">" + score
                                        + "</th>.*?<td class=\"num\">(.*?)</td><td class=\"num muted\">(.*?)</td>"))
                        .containsExactly(
                                Numbers.shown(recount.in(score, score)),
                                Numbers.percent((double) recount.in(score, score) / recount.n()));
            }
            weeksAddUp(touchpoint, scale, between(page, "<tbody data-live=\"steps", "</tbody>"));
            String row = between(page, "<tr data-live=\"heat " + touchpoint + " ", "</tr>");
            for (String country : COUNTRIES) {
                Recount cell = recount(
                        touchpoint,
                        answer ->
                                !answer.at().isBefore(from) && answer.country().equals(country));
                assertThat(row).contains("<b>" + cell.shareNegative() + "</b><span>n = " + Numbers.shown(cell.n()));
            }
        }
    }

    @Test
    void theFilesBehindTheChartsHoldTheSameNumbers() {
        String touchpoint = "recount-0-" + mark;
        Predicate<Given> asked = answer -> !answer.at().isBefore(startOf(28));
        Recount recount = recount(touchpoint, asked);
        Recount danish =
                recount(touchpoint, asked.and(answer -> answer.country().equals("DK")));

        List<String> distribution = get("/touchpoint/" + touchpoint + "/distribution.csv?period=4w")
                .lines()
                .skip(1)
                .toList();
        String cell = get("/touchpoint/" + touchpoint + "/segments.csv?period=4w")
                .lines()
                .filter(line -> line.startsWith(touchpoint + ",country:DK,"))
                .findFirst()
                .orElseThrow();

        assertThat(distribution).hasSize(11);
        for (int score = 0; score <= 10; score++) {
            assertThat(distribution.get(score)).startsWith(touchpoint + ",NPS,NPS," + score + ",");
            assertThat(distribution.get(score)).endsWith("," + recount.in(score, score));
        }
        assertThat(cell.split(",")[6]).isEqualTo(Long.toString(danish.n()));
        assertThat(cell).endsWith("," + danish.negative());
    }

    @Test
    void onPaperAPageSaysWhatWasChosenAndWhenItWasTrue() {
        String page = get("/touchpoint/recount-0-" + mark + "?period=12w&segment=country:DK&channel=web");

        assertThat(page)
                .contains("<p class=\"print-only small\">Period: Last 12 weeks. Country: DK. Channel: web.</p>")
                .containsPattern("data-live=\"asof\">As of \\d\\d:\\d\\d:\\d\\d\\.")
                .contains("hx-get=\"/responses/comments?tp=recount-0-" + mark
                        + "&amp;segment=country%3ADK&amp;channel=web&amp;from=");
    }

    /** Each of the twelve weeks of the table is a week of the list, by the calendar of the installation. */
    private void weeksAddUp(String touchpoint, Scale scale, String table) {
        LocalDate monday = LocalDate.ofInstant(clock.instant(), zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(11);
        List<String> expected = new ArrayList<>();
        for (int week = 0; week < 12; week++) {
            Instant from = monday.plusWeeks(week).atStartOfDay(zone).toInstant();
            Instant to = monday.plusWeeks(week + 1L).atStartOfDay(zone).toInstant();
            Recount recount = recount(
                    touchpoint,
                    answer -> !answer.at().isBefore(from) && answer.at().isBefore(to));
            if (recount.n() > 0) {
                expected.add(Numbers.decimals(recount.score(), 1) + ", n = " + Numbers.shown(recount.n())
                        + ", negative " + Numbers.shown(recount.negative()));
            }
        }
        Matcher rows = Pattern.compile(
                        "<td class=\"num\">([^<]*)</td><td class=\"num\">[^<]*</td><td class=\"num\">([^<]*)</td>"
                                + "<td class=\"num\">[^<]*</td><td class=\"num\">[^<]*</td><td class=\"num\">([^<]*)</td>")
                .matcher(table);
        assertThat(rows.results().map(row -> row.group(1) + ", n = " + row.group(2) + ", negative " + row.group(3)))
                .as(scale.key())
                .containsExactlyElementsOf(expected);
    }

    private Recount recount(String touchpoint, Predicate<Given> asked) {
        List<Given> some = all.stream()
                .filter(answer -> answer.touchpoint().equals(touchpoint))
                .filter(asked)
                .toList();
        return new Recount(some.isEmpty() ? Scale.NPS : some.getFirst().scale(), some);
    }

    private Instant startOf(int days) {
        return LocalDate.ofInstant(clock.instant(), zone)
                .minusDays(days - 1L)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static JsonPath scores(Scale scale, String query) {
        return JsonPath.from(get("/api/v1/scores?metric=" + scale.metric() + "&" + query))
                .setRootPath("groups[0].buckets[0]");
    }

    private static String bare(Scale scale, double value) {
        return Shown.bare(scale.metric(), value);
    }

    private static String between(String page, String start, String end) {
        int from = page.indexOf(start);
        assertThat(from).as("there is %s", start).isNotNegative();
        return page.substring(from, page.indexOf(end, from));
    }

    private static List<String> found(String html, String pattern) {
        MatchResult match = Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not in " + html));
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= match.groupCount(); i++) {
            groups.add(match.group(i));
        }
        return groups;
    }

    private static String get(String path) {
        return given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
