package io.aftertouch.survey.brand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.PageForm;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** How customers recognise the company: name, logo and colour. */
@Path("/settings/brand")
@Produces(MediaType.TEXT_HTML)
class BrandPages {

    private final HouseBrandRepository brand;
    private final BrandEditing editing;
    private final FormCheck check;
    private final Caller caller;
    private final Template page;

    BrandPages(
            HouseBrandRepository brand,
            BrandEditing editing,
            FormCheck check,
            Caller caller,
            @Location("brand") Template page) {
        this.brand = brand;
        this.editing = editing;
        this.check = check;
        this.caller = caller;
        this.page = page;
    }

    /** @param picture the logo as a {@code data:} address, null when there is none */
    record BrandPage(BrandView brand, String picture, PageForm form, boolean mayChange) {}

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show() {
        return render(PageForm.EMPTY);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(
            @RestForm String name,
            @RestForm String accent,
            @RestForm String version,
            @RestForm("logo") FileUpload logo) {
        PageForm typed = PageForm.of(Map.of("name", given(name), "accent", given(accent), "version", given(version)));
        return answer(check.submit(typed, BrandPages::wish, wish -> {
            String ifMatch = ifMatch(typed.text("version"));
            Optional<byte[]> file = Optional.ofNullable(logo)
                    .filter(chosen -> chosen.size() > 0)
                    .map(BrandPages::content);
            if (file.isPresent()) {
                editing.change(ifMatch, wish, LogoDrawing.draw(file.get()));
            } else {
                editing.change(ifMatch, wish);
            }
        }));
    }

    @POST
    @Path("/logo/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response removeLogo(MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        return answer(check.submit(typed, form -> form, form -> editing.takeLogoOff(ifMatch(form.text("version")))));
    }

    private static ChangeBrand wish(PageForm typed) {
        return new ChangeBrand(typed.text("name"), typed.text("accent"));
    }

    private Response answer(PageForm form) {
        return form.isRefused()
                ? Response.status(422).entity(render(form)).build()
                : Response.status(303).header("Location", "/settings/brand").build();
    }

    private String render(PageForm form) {
        HouseBrand house = brand.get();
        BrandView view = BrandView.of(house);
        String picture = house.logo()
                .map(logo -> "data:" + logo.mediaType() + ";base64," + logo.data())
                .orElse(null);
        PageForm shown = form.isRefused() ? form : PageForm.of(values(view));
        return page.data("page", new BrandPage(view, picture, shown, caller.may(Scopes.CONFIG_WRITE)))
                .render();
    }

    private static Map<String, List<String>> values(BrandView view) {
        return Map.of(
                "name", given(view.name()),
                "accent", given(view.accent() == null ? null : view.accent().chosen()));
    }

    private static List<String> given(String value) {
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
