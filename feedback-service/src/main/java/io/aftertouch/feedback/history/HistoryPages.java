package io.aftertouch.feedback.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The page on which a file of past answers is checked first and then brought in. */
@Path("/responses/import")
@Produces(MediaType.TEXT_HTML)
class HistoryPages {

    private static final ImportWishes NONE = new ImportWishes(
            null, null, null, "DELIGHTED", null, null, null, null, null, null, List.of(), "NONE", null, false);

    private final HistoryImport history;
    private final ReferenceKey referenceKey;
    private final Catalog catalog;
    private final ZoneId zone;

    HistoryPages(HistoryImport history, ReferenceKey referenceKey, Catalog catalog, ZoneId zone) {
        this.history = history;
        this.referenceKey = referenceKey;
        this.catalog = catalog;
        this.zone = zone;
    }

    @CheckedTemplate(basePath = "history")
    static class Templates {

        private Templates() {}

        static native TemplateInstance importing(ImportPage page);
    }

    /** The form with its file. */
    static class Upload {

        @RestForm
        FileUpload file;

        @RestForm
        String source;

        @RestForm
        String survey;

        @RestForm
        String touchpoint;

        @RestForm
        String mapping;

        @RestForm
        String id;

        @RestForm
        String score;

        @RestForm
        String comment;

        @RestForm
        String answeredAt;

        @RestForm
        String respondent;

        @RestForm
        String locale;

        @RestForm
        String segments;

        @RestForm
        String reference;

        @RestForm
        String zone;

        @RestForm
        String openCases;

        /** "import" brings the file in; anything else only checks it. */
        @RestForm
        String step;

        ImportWishes wishes() {
            return new ImportWishes(
                    source,
                    survey,
                    touchpoint,
                    mapping,
                    id,
                    score,
                    comment,
                    answeredAt,
                    respondent,
                    locale,
                    ImportWishes.list(segments),
                    reference,
                    zone,
                    "yes".equals(openCases));
        }
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONSES_WRITE)
    public TemplateInstance form() {
        return page(NONE, null, null, List.of());
    }

    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermissionsAllowed(Scopes.RESPONSES_WRITE)
    public Response run(@BeanParam Upload upload) throws IOException {
        ImportWishes wishes = upload.wishes();
        try {
            var plan = wishes.plan(!"import".equals(upload.step), catalog, zone);
            if (upload.file == null || upload.file.size() == 0) {
                throw new InvalidImport("file", "must be chosen");
            }
            try (InputStream file = Files.newInputStream(upload.file.uploadedFile())) {
                return Response.ok(page(wishes, history.run(plan, file, Optional.empty()), null, List.of()))
                        .build();
            }
        } catch (ProblemException refusal) {
            return Response.status(422)
                    .entity(page(wishes, null, refusal.getMessage(), refusal.errors()))
                    .build();
        }
    }

    private TemplateInstance page(ImportWishes wishes, ImportReport report, String refusal, List<FieldError> errors) {
        return Templates.importing(new ImportPage(
                wishes, report, refusal, errors, catalog.touchpoints(), catalog.surveyKeys(), referenceKey.isThere()));
    }
}
