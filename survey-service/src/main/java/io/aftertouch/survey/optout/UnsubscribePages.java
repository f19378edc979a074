package io.aftertouch.survey.optout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.page.ContentSecurityPolicy;
import io.aftertouch.survey.survey.Language;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/**
 * Do not ask me again. GET only shows, since mail programs fetch links by themselves; POST acts, also without any form, as RFC 8058 has mail
 * programs do it for their own unsubscribe button.
 */
@Path("/u/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class UnsubscribePages {

    private final OptingOut optingOut;
    private final UnsubscribeWordings wordings;
    private final Template page;
    private final String style;

    UnsubscribePages(OptingOut optingOut, UnsubscribeWordings wordings, @Location("unsubscribe") Template page)
            throws IOException {
        this.optingOut = optingOut;
        this.wordings = wordings;
        this.page = page;
        try (var css = UnsubscribePages.class.getResourceAsStream("/look/unsubscribe.css")) {
            style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @GET
    public Response show(
            @PathParam("token") String token, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        Optional<OptingOut.Sender> sender = optingOut.sender(token);
        Language language = language(lang, sender, headers);
        UnsubscribeWording words = wordings.in(language);
        return sender.map(from -> answer(200, UnsubscribePage.asking(language, words.of(from.brand()), from.brand())))
                .orElseGet(() -> answer(404, UnsubscribePage.gone(language, words)));
    }

    @POST
    public Response act(
            @PathParam("token") String token, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        Optional<OptingOut.Sender> sender = optingOut.optOut(token);
        Language language = language(lang, sender, headers);
        UnsubscribeWording words = wordings.in(language);
        return sender.map(from -> answer(200, UnsubscribePage.done(language, words.of(from.brand()), from.brand())))
                .orElseGet(() -> answer(404, UnsubscribePage.gone(language, words)));
    }

    /** The one chosen on the page, else the person's own, else the browser's. */
    private static Language language(String chosen, Optional<OptingOut.Sender> sender, HttpHeaders headers) {
        return Language.of(chosen)
                .or(() -> sender.map(OptingOut.Sender::language))
                .or(() -> headers.getAcceptableLanguages().stream()
                        .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                        .findFirst())
                .orElse(Language.EN);
    }

    private Response answer(int status, UnsubscribePage shown) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.withInlineStyle(style))
                .header("Referrer-Policy", "no-referrer")
                .entity(page.data("page", shown).data("style", style).render())
                .build();
    }
}
