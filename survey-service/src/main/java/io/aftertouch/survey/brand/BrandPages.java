package io.aftertouch.survey.brand;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.PageForm;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** How customers recognise the company: name, logo and colour. */
@Path("/settings/brand")
@Produces(MediaType.TEXT_HTML)
class BrandPages {

    private final BrandFormPage forms;

    BrandPages(BrandFormPage forms) {
        this.forms = forms;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show() {
        return forms.show(Wearer.COMPANY);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(
            @RestForm String name,
            @RestForm String accent,
            @RestForm String version,
            @RestForm("logo") FileUpload logo) {
        PageForm typed = PageForm.of(Map.of(
                "name", BrandFormPage.given(name),
                "accent", BrandFormPage.given(accent),
                "version", BrandFormPage.given(version)));
        return forms.change(Wearer.COMPANY, typed, logo);
    }

    @POST
    @Path("/logo/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response removeLogo(MultivaluedMap<String, String> fields) {
        return forms.removeLogo(Wearer.COMPANY, PageForm.of(fields));
    }
}
