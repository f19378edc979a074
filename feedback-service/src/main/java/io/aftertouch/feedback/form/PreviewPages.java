package io.aftertouch.feedback.form;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.DraftVersions;
import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;

/** Shows editors the form of a survey that is not published yet: the very page that customers will see. Nothing is recorded, nothing can be sent. */
@Path("/form-preview")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Scopes.CONFIG_READ)
class PreviewPages {

    private final DraftVersions drafts;
    private final FormPages pages;

    PreviewPages(DraftVersions drafts, FormPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    /**
     * Shows a page of the form.
     *
     * @param definition the version as {@code survey.published} would tell it
     * @param lang the tag of a language that it speaks; any other is its default language
     * @param show {@code negative}, {@code neutral} or {@code positive} for the thanks to such an answer, else the question is shown
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response show(
            @FormParam("definition") String definition,
            @FormParam("lang") String lang,
            @FormParam("show") String show) {
        SurveyVersion survey = drafts.read(definition);
        for (Band band : Band.values()) {
            if (band.name().equalsIgnoreCase(show)) {
                return survey.scale().scores().stream()
                        .filter(score -> survey.scale().bandOf(score) == band)
                        .findFirst()
                        .map(score -> pages.thanksPreview(survey, lang, new Rating(score, band)))
                        .orElseGet(() -> pages.questionPreview(survey, lang));
            }
        }
        return pages.questionPreview(survey, lang);
    }
}
