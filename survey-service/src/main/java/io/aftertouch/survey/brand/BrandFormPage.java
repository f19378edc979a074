package io.aftertouch.survey.brand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.PageForm;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The form in which somebody edits a brand: the company's, or what one survey has of its own. */
@Singleton
class BrandFormPage {

    private static final String OF_COMPANY = "The company’s";

    private final BrandEditing editing;
    private final FormCheck check;
    private final Caller caller;
    private final Template page;

    BrandFormPage(BrandEditing editing, FormCheck check, Caller caller, @Location("brand") Template page) {
        this.editing = editing;
        this.check = check;
        this.caller = caller;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param survey null on the page of the company's brand
     * @param picture the logo as a {@code data:} address, null when there is none
     */
    record BrandPage(String survey, BrandView brand, String picture, PageForm form, boolean mayChange) {

        /** The part of the site. */
        public String area() {
            return survey == null ? "settings" : "surveys";
        }

        public String noName() {
            return survey == null ? "What each survey is about stands in its place" : OF_COMPANY;
        }

        public String noLogo() {
            return survey == null ? "None: the name stands in its place" : OF_COMPANY;
        }

        public String noAccent() {
            return survey == null ? "The colours of the house" : OF_COMPANY;
        }

        public String nameHint() {
            return "Empty: " + (survey == null ? "what each survey is about stands in its place" : "the company’s");
        }

        public String accentHint() {
            return "Such as #1c3f6e. It is darkened or lightened where it could not be read; empty: "
                    + (survey == null ? "ours" : "the company’s");
        }

        public String address() {
            return BrandFormPage.address(Optional.ofNullable(survey));
        }
    }

    private static String address(Optional<String> survey) {
        return survey.map(key -> "/surveys/" + key + "/brand").orElse("/settings/brand");
    }

    String show(Wearer wearer) {
        return render(wearer, PageForm.EMPTY);
    }

    Response change(Wearer wearer, PageForm typed, FileUpload logo) {
        return answer(wearer, check.submit(typed, BrandFormPage::wish, wish -> {
            String ifMatch = ifMatch(typed.text("version"));
            Optional<byte[]> file = Optional.ofNullable(logo)
                    .filter(chosen -> chosen.size() > 0)
                    .map(BrandFormPage::content);
            if (file.isPresent()) {
                editing.change(wearer, ifMatch, wish, LogoDrawing.draw(file.get()));
            } else {
                editing.change(wearer, ifMatch, wish);
            }
        }));
    }

    Response removeLogo(Wearer wearer, PageForm typed) {
        return answer(
                wearer,
                check.submit(typed, form -> form, form -> editing.takeLogoOff(wearer, ifMatch(form.text("version")))));
    }

    private static ChangeBrand wish(PageForm typed) {
        return new ChangeBrand(typed.text("name"), typed.text("accent"));
    }

    private Response answer(Wearer wearer, PageForm form) {
        return form.isRefused()
                ? Response.status(422).entity(render(wearer, form)).build()
                : Response.status(303)
                        .header("Location", address(wearer.survey()))
                        .build();
    }

    private String render(Wearer wearer, PageForm form) {
        BrandView view = editing.view(wearer);
        String picture = editing.logo(wearer)
                .map(logo -> "data:" + logo.mediaType() + ";base64," + logo.data())
                .orElse(null);
        PageForm shown = form.isRefused() ? form : PageForm.of(values(view));
        return page.data(
                        "page",
                        new BrandPage(
                                wearer.survey().orElse(null), view, picture, shown, caller.may(Scopes.CONFIG_WRITE)))
                .render();
    }

    private static Map<String, List<String>> values(BrandView view) {
        return Map.of(
                "name", given(view.name()),
                "accent", given(view.accent() == null ? null : view.accent().chosen()));
    }

    static List<String> given(String value) {
        return List.of(value == null ? "" : value);
    }

    private static String ifMatch(String version) {
        return version != null && version.matches("[0-9]{1,9}")
                ? new EntityTag(Integer.parseInt(version)).header()
                : null;
    }

    private static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
