package io.aftertouch.survey.publiclink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.page.ContentSecurityPolicy;
import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.Survey;
import io.aftertouch.survey.survey.SurveyPublished;
import io.aftertouch.survey.survey.Surveys;
import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** A public link as it is printed: the question, the QR code, the address to type. What is beside it on the screen does not go to paper. */
@Path("/links/{code}/print")
@Produces(MediaType.TEXT_HTML)
class PosterPages {

    private static final int QR_SIZE = 512;

    private final PublicLinkRepository links;
    private final LinkAddresses addresses;
    private final Surveys surveys;
    private final PosterWordings wordings;
    private final Template page;
    private final String style;

    PosterPages(
            PublicLinkRepository links,
            LinkAddresses addresses,
            Surveys surveys,
            PosterWordings wordings,
            @Location("poster") Template page)
            throws IOException {
        this.links = links;
        this.addresses = addresses;
        this.surveys = surveys;
        this.wordings = wordings;
        this.page = page;
        try (var css = PosterPages.class.getResourceAsStream("/look/poster.css")) {
            style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is printed, and what can be chosen. */
    record PosterPage(
            String code,
            String brand,
            String question,
            PosterWording words,
            RawString qr,
            String address,
            Language language,
            PosterFormat format) {

        public List<Language> languages() {
            return List.of(Language.values());
        }

        public List<PosterFormat> formats() {
            return List.of(PosterFormat.values());
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public Response show(
            @PathParam("code") String code, @QueryParam("lang") String lang, @QueryParam("format") String format) {
        PublicLink link = links.findByIdOptional(code).orElseThrow(NotFound::new);
        Survey survey = surveys.find(link.survey()).orElseThrow(NotFound::new);
        int version = survey.versionToAsk().orElseThrow(() -> new SurveyNotAsked(survey.key()));
        SurveyPublished asked = surveys.published(survey.key(), version);
        Language language =
                Language.of(lang).or(() -> Language.of(asked.defaultLanguage())).orElse(Language.EN);
        PosterFormat chosen = PosterFormat.of(format);
        PosterPage shown = new PosterPage(
                code,
                asked.brandName(),
                asked.texts(language).question(),
                wordings.in(language),
                new RawString(QrCode.of(addresses.of(code).toString()).svg(QR_SIZE)),
                addresses.typed(code),
                language,
                chosen);
        String css = chosen.pageRule() + style;
        return Response.ok()
                .type("text/html;charset=UTF-8")
                .header(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.withInlineStyle(css))
                .entity(page.data("page", shown).data("style", css).render())
                .build();
    }
}
