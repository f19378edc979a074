package io.aftertouch.score.recount;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the tallies were held against the answers. */
@Schema(name = "Reconciliation")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReconciliationView(
        UUID id,
        Instant askedAt,

        @Schema(description = "A person, key:<id>, or nightly")
        String askedBy,

        @Schema(description = "The only touchpoint looked at; null for all")
        String touchpoint,

        @Schema(description = "The only month of UTC looked at; null for all")
        String month,

        @Schema(description = "Whether what is wrong is put right")
        boolean repair,

        Run.State state,

        @Schema(
                description =
                        "What to look at: pairs of touchpoint and month, and the sums over all touchpoints of each month")
        int parts,

        int partsDone,
        @Schema(description = "Answers counted again") long answers,

        @Schema(description = "Events that will be heard in a moment, or wait among the parked messages; no difference")
        long underWay,

        @Schema(description = "Events that were lost on the way")
        long lost,

        @Schema(description = "Lost events that were applied from feedback-service's own copy")
        long caughtUp,

        @Schema(description = "Answers on scales that are not known here")
        long uncountable,

        @Schema(description = "Tallies that were not what their answers come to")
        long differences,

        @Schema(description = "By how many counts they were wrong, and the sums that are kept of them by facet")
        long countsOff,

        @Schema(description = "How many of these counts were put right")
        long countsRepaired,

        @Schema(description = "Whether answers of single respondents that are not known here are brought back")
        boolean respondents,

        @Schema(description = "How many of them were") long restored,

        Instant finishedAt,

        @Schema(description = "Why it could not go on; null when nothing kept it")
        String failure) {

    static ReconciliationView of(Run run) {
        Run.Progress progress = run.progress();
        return new ReconciliationView(
                run.id(),
                run.askedAt(),
                run.askedBy(),
                run.touchpoint(),
                run.month() == null ? null : run.month().toString(),
                run.repairs(),
                run.state(),
                progress.parts(),
                progress.partsDone(),
                progress.answers(),
                progress.underWay(),
                progress.lost(),
                progress.caughtUp(),
                progress.uncountable(),
                progress.differences(),
                progress.countsOff(),
                progress.countsRepaired(),
                run.respondents(),
                progress.restored(),
                run.finishedAt(),
                run.failure());
    }
}
