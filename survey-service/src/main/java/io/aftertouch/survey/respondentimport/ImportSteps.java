package io.aftertouch.survey.respondentimport;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.respondent.Novelty;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.People;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.RespondentDetails;
import io.aftertouch.survey.respondent.Respondents;
import org.jboss.logging.Logger;

/** The steps of an import, each a transaction of its own: what a group of rows changes and how far the import came commit together. */
@ApplicationScoped
class ImportSteps {

    private static final Logger LOG = Logger.getLogger(ImportSteps.class);

    private final ImportRepository imports;
    private final Respondents respondents;
    private final OptOutRegister optOuts;
    private final ImportConfig config;
    private final Ids ids;
    private final Clock clock;

    ImportSteps(
            ImportRepository imports,
            Respondents respondents,
            OptOutRegister optOuts,
            ImportConfig config,
            Ids ids,
            Clock clock) {
        this.imports = imports;
        this.respondents = respondents;
        this.optOuts = optOuts;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    UUID begin(RespondentImport.Origin origin, String hash, List<String> ignoredColumns, long rows) {
        RespondentImport begun = new RespondentImport(ids.next(), origin, hash, ignoredColumns, rows, clock.instant());
        imports.persist(begun);
        LOG.infof("Import %s of %d rows begins%s", begun.id(), rows, origin.dryRun() ? ", as a dry run" : "");
        return begun.id();
    }

    /** Takes a group of rows. People are held while it happens, so that nobody comes back while they are erased. */
    @RetryOnConflict
    @Transactional
    void take(UUID id, List<Row> group) {
        RespondentImport running = imports.findById(id);
        List<RespondentDetails> said =
                group.stream().filter(Row::isSound).map(Row::details).toList();
        People people = running.isDryRun() ? respondents.look(said) : respondents.hold(said);
        List<Refusal> refusals = new ArrayList<>();
        Set<Respondent> met = new HashSet<>();
        long[] count = new long[Novelty.values().length];
        long refused = 0;
        for (Row row : group) {
            List<Refusal> objections = objections(row, people);
            if (!objections.isEmpty()) {
                refusals.addAll(objections);
                refused++;
                continue;
            }
            Novelty novelty = people.novelty(row.details());
            count[novelty.ordinal()]++;
            if (novelty != Novelty.KNOWN) {
                met.add(people.meet(row.details()));
            }
        }
        if (!running.isDryRun()) {
            respondents.write(people, optOuts.of(people, met));
        }
        imports.refuse(id, refusals, clock.instant());
        running.move(
                new Progress(
                        group.size(),
                        count[Novelty.NEW.ordinal()],
                        count[Novelty.CHANGED.ordinal()],
                        count[Novelty.KNOWN.ordinal()],
                        refused,
                        group.getLast().line()),
                clock.instant());
    }

    private static List<Refusal> objections(Row row, People people) {
        return row.isSound() && people.isErased(row.details())
                ? List.of(new Refusal(
                        row.line(),
                        Column.REF.field(),
                        "is, or one of the addresses is, that of somebody who was erased"))
                : row.refusals();
    }

    @RetryOnConflict
    @Transactional
    void end(UUID id, ImportState state) {
        RespondentImport ended = imports.findById(id);
        ended.end(state, clock.instant());
        LOG.infof(
                "Import %s is %s: %d made, %d changed, %d unchanged, %d refused",
                id, state, ended.made(), ended.changed(), ended.unchanged(), ended.refused());
    }

    /** An instance that was stopped in the middle leaves an import that says RUNNING for good: it has failed. */
    @Transactional
    void giveUpAbandoned() {
        imports.abandoned(clock.instant().minus(config.abandonedAfter())).forEach(abandoned -> {
            abandoned.end(ImportState.FAILED, clock.instant());
            LOG.warnf("Import %s was left behind at line %d", abandoned.id(), abandoned.lastLine());
        });
    }
}
