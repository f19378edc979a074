package io.aftertouch.survey.brand;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.PageForm;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What one survey shows instead of the company's name, logo and colour. */
@Path("/surveys/{key}/brand")
@Produces(MediaType.TEXT_HTML)
class SurveyBrandPages {

    private final BrandFormPage forms;

    SurveyBrandPages(BrandFormPage forms) {
        this.forms = forms;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(@PathParam("key") String key) {
        return forms.show(Wearer.survey(key));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(
            @PathParam("key") String key,
            @RestForm String name,
            @RestForm String accent,
            @RestForm String version,
            @RestForm("logo") FileUpload logo) {
        PageForm typed = PageForm.of(Map.of(
                "name", BrandFormPage.given(name),
                "accent", BrandFormPage.given(accent),
                "version", BrandFormPage.given(version)));
        return forms.change(Wearer.survey(key), typed, logo);
    }

    @POST
    @Path("/logo/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response removeLogo(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        return forms.removeLogo(Wearer.survey(key), PageForm.of(fields));
    }
}
