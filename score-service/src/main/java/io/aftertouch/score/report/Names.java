package io.aftertouch.score.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.aftertouch.score.catalog.SurveyVersion;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.tally.Tally;
import io.aftertouch.score.tally.TallyFilter;

/** Translates between the words of a question and the numbers in the tallies. */
record Names(Map<Integer, Touchpoint> touchpoints, Map<Integer, SurveyVersion> surveys, Map<Integer, String> channels) {

    Names(List<Touchpoint> touchpoints, List<SurveyVersion> surveys, Map<Integer, String> channels) {
        this(
                touchpoints.stream().collect(Collectors.toMap(Touchpoint::id, Function.identity())),
                surveys.stream().collect(Collectors.toMap(SurveyVersion::id, Function.identity())),
                channels);
    }

    /** Which tallies a question is about. Names that nobody has heard of match nothing. */
    TallyFilter filter(ScoreQuery query) {
        Set<Integer> matchingChannels = channels.entrySet().stream()
                .filter(channel -> query.channels().contains(channel.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        boolean unheardOf = !query.channels().isEmpty() && matchingChannels.isEmpty();
        Set<Integer> matchingTouchpoints = touchpoints.values().stream()
                .filter(touchpoint -> !unheardOf
                        && passes(query.touchpoints(), touchpoint.key())
                        && passes(query.stages(), touchpoint.stage()))
                .map(Touchpoint::id)
                .collect(Collectors.toSet());
        Set<Integer> matchingSurveys = surveys.values().stream()
                .filter(survey -> query.metric() == null || survey.scale().metric() == query.metric())
                .filter(survey -> passes(query.surveys(), survey.key()) || passes(query.surveys(), survey.label()))
                .map(SurveyVersion::id)
                .collect(Collectors.toSet());
        return new TallyFilter(matchingTouchpoints, matchingSurveys, matchingChannels, query.segments());
    }

    /** For each of these survey versions the first one that has the same scale. */
    SortedMap<Integer, Integer> standIns(Set<Integer> versions) {
        Map<Scale, Integer> first = new HashMap<>();
        SortedMap<Integer, Integer> standIns = new TreeMap<>();
        versions.stream()
                .sorted()
                .forEach(
                        id -> standIns.put(id, first.computeIfAbsent(version(id).scale(), scale -> id)));
        return standIns;
    }

    /** Whether these are all touchpoints, and all survey versions on the scales that they have, each scale with the same bands in all of them. */
    boolean areAll(TallyFilter filter) {
        Map<String, Set<Scale>> scales = surveys.values().stream()
                .collect(Collectors.groupingBy(
                        survey -> survey.scale().key(), Collectors.mapping(SurveyVersion::scale, Collectors.toSet())));
        Set<String> asked = filter.surveyVersions().stream()
                .map(id -> version(id).scale().key())
                .collect(Collectors.toSet());
        return filter.touchpoints().equals(touchpoints.keySet())
                && asked.stream().allMatch(scale -> scales.get(scale).size() == 1)
                && surveys.values().stream()
                        .filter(survey -> asked.contains(survey.scale().key()))
                        .allMatch(survey -> filter.surveyVersions().contains(survey.id()));
    }

    SurveyVersion version(int id) {
        return surveys.get(id);
    }

    /** The key of the group that a sum of tallies belongs to; null when nothing is grouped. */
    String group(Grouping grouping, Tally tally) {
        return switch (grouping) {
            case Grouping.None none -> null;
            case Grouping.ByTouchpoint byTouchpoint ->
                touchpoints.get(tally.touchpoint()).key();
            case Grouping.ByStage byStage ->
                orWithout(touchpoints.get(tally.touchpoint()).stage());
            case Grouping.ByChannel byChannel -> channels.get(Integer.valueOf(tally.group()));
            case Grouping.BySurvey bySurvey ->
                surveys.get(tally.surveyVersion()).label();
            case Grouping.BySegment bySegment -> orWithout(tally.group());
        };
    }

    /** What people call the group; the key itself where it has no other name. */
    String display(Grouping grouping, String key) {
        return switch (grouping) {
            case Grouping.ByTouchpoint byTouchpoint -> nameOf(Touchpoint::key, Touchpoint::name, key);
            case Grouping.ByStage byStage -> nameOf(Touchpoint::stage, Touchpoint::stageName, key);
            case Grouping.BySurvey bySurvey ->
                surveys.values().stream()
                        .filter(survey -> survey.label().equals(key))
                        .map(SurveyVersion::title)
                        .findFirst()
                        .orElse(key);
            case Grouping.None none -> key;
            case Grouping.ByChannel byChannel -> key;
            case Grouping.BySegment bySegment -> key;
        };
    }

    /** Stages stand in the order of the journey, all other groups in the order of their keys; those without a value come last. */
    Comparator<String> order(Grouping grouping) {
        Comparator<String> withoutLast = Comparator.comparing(ScoreReport.WITHOUT::equals);
        Comparator<String> natural = withoutLast.thenComparing(Comparator.naturalOrder());
        return grouping instanceof Grouping.ByStage
                ? withoutLast.thenComparing(this::position).thenComparing(natural)
                : natural;
    }

    private int position(String stage) {
        return touchpoints.values().stream()
                .filter(touchpoint -> stage.equals(touchpoint.stage()) && touchpoint.stagePosition() != null)
                .mapToInt(Touchpoint::stagePosition)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private String nameOf(Function<Touchpoint, String> by, Function<Touchpoint, String> name, String key) {
        return touchpoints.values().stream()
                .filter(touchpoint -> key.equals(by.apply(touchpoint)) && name.apply(touchpoint) != null)
                .map(name)
                .findFirst()
                .orElse(key);
    }

    private static boolean passes(Collection<String> asked, String value) {
        return asked.isEmpty() || value != null && asked.contains(value);
    }

    private static String orWithout(String value) {
        return value == null ? ScoreReport.WITHOUT : value;
    }
}
