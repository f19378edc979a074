package io.aftertouch.feedback.history;

import java.time.ZoneId;

/**
 * How a file becomes answers.
 *
 * @param dryRun nothing is stored, only the report is made
 * @param openCases whether negative answers call the support team, as answers of today do
 * @param zone of times in the file that do not say their own
 */
record ImportPlan(
        boolean dryRun,
        String source,
        String survey,
        String touchpoint,
        Mapping mapping,
        Columns columns,
        Reference reference,
        boolean openCases,
        ZoneId zone) {}
