package io.aftertouch.survey.respondentimport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.csv.CsvWriter;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Reads what imports brought. */
@Singleton
class ImportReports {

    private static final int SHOWN = 50;
    private static final int PORTION = 2_000;

    private final ImportRepository imports;

    ImportReports(ImportRepository imports) {
        this.imports = imports;
    }

    /** Newest first, without their refusals. */
    PagedView<ImportView> page(String cursor, int limit) {
        Cursor start = Cursor.decode(cursor, 1);
        return PagedView.of(
                imports.before(start == null ? null : start.uuid(0), limit + 1),
                limit,
                report -> ImportView.of(report, List.of()),
                last -> Cursor.encode(last.id()));
    }

    ImportView report(UUID id) {
        RespondentImport report = imports.findByIdOptional(id).orElseThrow(NotFound::new);
        return ImportView.of(
                report,
                imports.refusals(id, 0, SHOWN).stream()
                        .map(ImportRepository.Listed::refusal)
                        .toList());
    }

    String hash(UUID id) {
        return imports.findByIdOptional(id).orElseThrow(NotFound::new).contentHash();
    }

    /** All refusals, in words of ours. */
    void writeRefusals(UUID id, OutputStream out) throws IOException {
        try (CsvWriter csv = new CsvWriter(out, false)) {
            csv.row(List.of("line", "field", "reason"));
            long after = 0;
            List<ImportRepository.Listed> portion;
            do {
                long from = after;
                portion = QuarkusTransaction.requiringNew().call(() -> imports.refusals(id, from, PORTION));
                for (ImportRepository.Listed listed : portion) {
                    Refusal refusal = listed.refusal();
                    csv.row(List.of(refusal.line(), refusal.field(), refusal.reason()));
                    after = listed.id();
                }
            } while (portion.size() == PORTION);
        }
    }
}
