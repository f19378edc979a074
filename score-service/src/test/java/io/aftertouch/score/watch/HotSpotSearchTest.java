package io.aftertouch.score.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.Segment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HotSpotSearchTest {

    private static final Place DELIVERED = new Place(1, Scale.NPS);
    private static final Place CLOSED = new Place(2, Scale.CSAT_5);

    private final HotSpotSearch search = new HotSpotSearch(0.05, 10, 10);

    @Test
    void swedishParcelsGoWrongAndNobodyElseIsBlamed() {
        var found = search(
                seen(DELIVERED, share(14, 18), share(3, 20), "country:SE", "plan:club"),
                seen(DELIVERED, share(11, 15), share(3, 18), "country:SE", "plan:guest"),
                seen(DELIVERED, share(5, 36), share(50, 360), "country:DK", "plan:club"),
                seen(DELIVERED, share(4, 30), share(40, 300), "country:DK", "plan:guest"));

        assertThat(found).singleElement().satisfies(hotSpot -> {
            assertThat(hotSpot.segment()).contains(Segment.parse("country:SE"));
            assertThat(hotSpot.now()).isEqualTo(share(25, 33));
            assertThat(hotSpot.before()).isEqualTo(share(6, 38));
            assertThat(hotSpot.comparison().effect()).isBetween(59.9, 60.0);
            assertThat(hotSpot.comparison().p()).isLessThan(0.001);
        });
    }

    @Test
    void whatGoesWrongForAllIsOneHotSpotOfTheWholeTouchpoint() {
        var found = search(
                seen(DELIVERED, share(20, 40), share(40, 400), "country:SE"),
                seen(DELIVERED, share(21, 40), share(42, 400), "country:DK"),
                seen(DELIVERED, share(19, 40), share(38, 400), "country:NO"));

        assertThat(found).singleElement().satisfies(hotSpot -> assertThat(hotSpot.segment())
                .isEmpty());
    }

    @Test
    void theOnlySegmentOfATouchpointIsTheTouchpoint() {
        var found = search(seen(DELIVERED, share(20, 40), share(40, 400), "country:SE"));

        assertThat(found).extracting(HotSpot::segment).containsExactly(Optional.empty());
    }

    @Test
    void twoCausesAreTwoHotSpotsTheOneWithMoreUnhappyAnswersFirst() {
        var found = search(
                seen(DELIVERED, share(25, 33), share(6, 38), "country:SE"),
                seen(DELIVERED, share(9, 66), share(90, 660), "country:DK"),
                seen(CLOSED, share(60, 100), share(40, 400), "plan:guest"),
                seen(CLOSED, share(30, 300), share(120, 1200), "plan:club"));

        assertThat(found)
                .extracting(hotSpot -> hotSpot.segment().map(Segment::toString).orElse("all"))
                .containsExactly("plan:guest", "country:SE");
    }

    @Test
    void fewAnswersAndSmallRisesAndImprovementsAreNoHotSpots() {
        assertThat(search(seen(DELIVERED, share(9, 9), share(10, 100), "country:SE")))
                .isEmpty();
        assertThat(search(seen(DELIVERED, share(60, 100), share(9, 9), "country:SE")))
                .isEmpty();
        assertThat(search(seen(DELIVERED, share(1800, 10_000), share(1000, 10_000), "country:SE")))
                .isEmpty();
        assertThat(search(seen(DELIVERED, share(1, 100), share(500, 1000), "country:SE")))
                .isEmpty();
        assertThat(search()).isEmpty();
    }

    /** Sweden, its carrier and the touchpoint are worse together; only one of them is what it is about. */
    @Test
    void ofAllThatIsWorseTheCauseIsTold() {
        List<Observation> place = List.of(
                seen(DELIVERED, share(30, 40), share(6, 60), "country:SE", "carrier:north"),
                seen(DELIVERED, share(10, 14), share(2, 20), "country:SE", "carrier:city"),
                seen(DELIVERED, share(2, 20), share(6, 60), "country:NO", "carrier:north"),
                seen(DELIVERED, share(5, 50), share(30, 300), "country:DK", "carrier:city"));
        assertThat(search.causesAt(place))
                .extracting(HotSpot::segment)
                .containsExactly(Optional.of(Segment.parse("country:SE")));
    }

    /** By chance the carrier looks even worse than the country, of whose troubles it has most. */
    @Test
    void theWholeOfAProblemIsToldAndNotAPartOfIt() {
        List<Observation> place = List.of(
                seen(DELIVERED, share(20, 24), share(5, 60), "country:SE", "carrier:north"),
                seen(DELIVERED, share(9, 15), share(2, 20), "country:SE", "carrier:city"),
                seen(DELIVERED, share(0, 1), share(3, 30), "country:NO", "carrier:north"),
                seen(DELIVERED, share(5, 50), share(30, 300), "country:DK", "carrier:city"));

        assertThat(search.causesAt(place))
                .extracting(HotSpot::segment)
                .containsExactly(Optional.of(Segment.parse("country:SE")));
    }

    @Test
    void improvementsElsewhereMakeNothingHot() {
        Observation doubtful = seen(DELIVERED, share(24, 100), share(12, 100));
        Observation[] better = IntStream.range(0, 40)
                .mapToObj(i -> seen(new Place(100 + i, Scale.NPS), share(2, 100), share(40, 100)))
                .toArray(Observation[]::new);

        assertThat(search(doubtful)).as("alone").hasSize(1);
        assertThat(search(Stream.concat(Stream.of(doubtful), Stream.of(better)).toArray(Observation[]::new)))
                .as("one of forty-one cells")
                .isEmpty();
    }

    /** Without any change there is something to report in few of many installations: at most the promised one in twenty. */
    @Test
    void chanceAloneIsRarelyReported() {
        Random random = new Random(17);
        long reported = IntStream.range(0, 400)
                .filter(run -> !search(quietInstallation(random)).isEmpty())
                .count();

        assertThat(reported).isLessThan(20);
    }

    @Test
    void theWorseDaysBeginWhereTheyExplainTheAnswersBest() {
        List<Share> days = new ArrayList<>();
        IntStream.range(0, 20).forEach(day -> days.add(share(1, 8)));
        days.add(share(6, 8));
        days.add(share(0, 0));
        days.add(share(5, 8));
        days.add(share(7, 8));

        assertThat(ChangePoint.firstDay(days)).hasValue(20);
        assertThat(ChangePoint.firstDay(List.of(share(5, 8), share(1, 8)))).isEmpty();
        assertThat(ChangePoint.firstDay(List.of())).isEmpty();
    }

    private static Observation[] quietInstallation(Random random) {
        return Stream.of("SE", "DK", "NO", "FI")
                .flatMap(country -> Stream.of("club", "guest").flatMap(plan -> Stream.of(DELIVERED, CLOSED)
                        .map(place -> seen(
                                place,
                                negative(random, 20),
                                negative(random, 180),
                                "country:" + country,
                                "plan:" + plan))))
                .toArray(Observation[]::new);
    }

    private static Share negative(Random random, int n) {
        return share((int) random.doubles(n).filter(x -> x < 0.15).count(), n);
    }

    private List<HotSpot> search(Observation... observations) {
        return search.search(List.of(observations)).hotSpots();
    }

    private static Observation seen(Place place, Share now, Share before, String... segments) {
        return new Observation(place, Stream.of(segments).map(Segment::parse).collect(Collectors.toSet()), now, before);
    }

    private static Share share(long negative, long n) {
        return new Share(negative, n);
    }
}
