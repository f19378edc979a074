package io.aftertouch.survey.survey;

import java.util.List;

import io.aftertouch.platform.edit.Option;

/**
 * Two versions of a survey side by side.
 *
 * @param versions that can be compared, newest first
 */
record ComparisonPage(SurveyView survey, VersionComparison comparison, List<Integer> versions) {

    public String name(String part) {
        return PartNames.of(part);
    }

    /** In one word what happened to a part. */
    public String change(VersionComparison.Difference difference) {
        if (difference.from() == null) {
            return "Added";
        }
        return difference.to() == null ? "Removed" : "Changed";
    }

    /** The number of a version, with what is not published yet. */
    public String label(int version) {
        return version > survey.publishedVersion() ? "Version " + version + ", draft" : "Version " + version;
    }

    public List<Option> from() {
        return versions.stream()
                .map(version -> new Option(String.valueOf(version), "Version " + version))
                .toList();
    }

    public boolean isFrom(String version) {
        return version.equals(String.valueOf(comparison.from()));
    }

    public boolean isTo(String version) {
        return version.equals(String.valueOf(comparison.to()));
    }

    public boolean isToDraft() {
        return comparison.to() > survey.publishedVersion();
    }
}
