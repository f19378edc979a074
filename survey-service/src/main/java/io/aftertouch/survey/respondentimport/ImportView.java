package io.aftertouch.survey.respondentimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The report of an import.
 *
 * @param rows how many rows the file has
 * @param rowsRead how many of them were taken or refused so far
 * @param lastLine the line of the file up to which that is
 * @param ignoredColumns headers that say nothing about a respondent
 * @param refusals the first ones; all stand in the CSV at refusalsPath
 */
@Schema(name = "RespondentImport")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportView(
        UUID id,
        String fileName,
        boolean dryRun,
        ImportState state,
        long rows,
        long rowsRead,
        long made,
        long changed,
        long unchanged,
        long refused,
        long lastLine,
        List<String> ignoredColumns,
        List<Refusal> refusals,
        String refusalsPath,
        String by,
        Instant startedAt,
        Instant finishedAt) {

    static ImportView of(RespondentImport report, List<Refusal> refusals) {
        return new ImportView(
                report.id(),
                report.fileName().orElse(null),
                report.isDryRun(),
                report.state(),
                report.rowCount(),
                report.rowsRead(),
                report.made(),
                report.changed(),
                report.unchanged(),
                report.refused(),
                report.lastLine(),
                report.ignoredColumns(),
                refusals,
                "/api/v1/respondents/imports/" + report.id() + "/refusals.csv",
                report.startedBy(),
                report.startedAt(),
                report.finishedAt().orElse(null));
    }
}
