package io.aftertouch.survey.respondentimport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.csv.UnreadableFile;
import io.aftertouch.platform.problem.FieldError;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Imports respondents from a file: first the file is checked and its report shown, then the same file is chosen once more and imported. Nothing of
 * the file is kept in between.
 */
@Path("/respondents/imports")
@Produces(MediaType.TEXT_HTML)
class ImportPages {

    private static final int SHOWN = 20;

    private final Importing importing;
    private final ImportReports reports;
    private final Caller caller;
    private final Template overview;
    private final Template report;

    ImportPages(
            Importing importing,
            ImportReports reports,
            Caller caller,
            @Location("imports") Template overview,
            @Location("import") Template report) {
        this.importing = importing;
        this.reports = reports;
        this.caller = caller;
        this.overview = overview;
        this.report = report;
    }

    /**
     * What the page of all imports shows.
     *
     * @param map what was typed about the columns
     * @param detail what is wrong with the file, empty when nothing is
     */
    record ImportsPage(
            List<ImportView> imports, String map, String detail, List<FieldError> errors, boolean mayImport) {

        public List<Column> columns() {
            return List.of(Column.values());
        }
    }

    /** What the page of one import shows. */
    record ImportPage(ImportView report, String map, boolean mayImport) {

        public boolean asksForImport() {
            return mayImport && report.dryRun() && report.state() == ImportState.DONE && report.rows() > 0;
        }

        public String state() {
            return switch (report.state()) {
                case RUNNING -> "Running";
                case DONE -> report.dryRun() ? "Checked" : "Imported";
                case FAILED -> "Broke off";
            };
        }
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    public String overview() {
        return overview("", "", List.of());
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    public String report(@PathParam("id") UUID id, @QueryParam("map") String map) {
        ImportPage shown = new ImportPage(reports.report(id), map == null ? "" : map, caller.may(Scopes.CONFIG_WRITE));
        return report.data("page", shown).render();
    }

    /** @param checked the dry run after which the file is imported; without it the file is only checked */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response run(
            @RestForm("file") FileUpload file, @RestForm("map") String map, @RestForm("checked") String checked)
            throws IOException {
        String typed = map == null ? "" : map;
        if (file == null || file.size() == 0) {
            return refused(typed, "Choose a file first.", List.of(new FieldError("file", "is missing")));
        }
        try (InputStream body = Files.newInputStream(file.uploadedFile())) {
            Optional<UUID> dryRun =
                    Optional.ofNullable(checked).filter(id -> !id.isBlank()).map(ImportPages::id);
            UUID id = importing.run(
                    body,
                    Optional.empty(),
                    Headers.of(typed.lines().filter(line -> !line.isBlank()).toList()),
                    new RespondentImport.Origin(FileName.of(file.fileName()), dryRun.isEmpty(), caller.name()),
                    dryRun.map(reports::hash));
            return Response.status(303)
                    .header(
                            "Location",
                            "/respondents/imports/" + id + "?map=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                    .build();
        } catch (UnreadableFile e) {
            return refused(typed, e.getMessage(), e.errors());
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile("The check is not known.", "checked", "check the file again");
        }
    }

    private Response refused(String map, String detail, List<FieldError> errors) {
        return Response.status(422).entity(overview(map, detail, errors)).build();
    }

    private String overview(String map, String detail, List<FieldError> errors) {
        ImportsPage shown = new ImportsPage(
                reports.page(null, SHOWN).items(), map, detail, errors, caller.may(Scopes.CONFIG_WRITE));
        return overview.data("page", shown).render();
    }
}
