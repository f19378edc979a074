package io.aftertouch.survey.optout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.TokenMisses;
import io.aftertouch.platform.page.ContentSecurityPolicy;
import io.aftertouch.survey.optout.UnsubscribePage.More;
import io.aftertouch.survey.survey.Language;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * Do not ask me again, and: erase me. GET only shows, since mail programs fetch links by themselves; POST acts, also without any form, as RFC 8058
 * has mail programs do it for their own unsubscribe button. What it does stands in the address and not in the body, so that no kind of body is
 * refused: the bare address ends all questions.
 */
@Path("/u/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class UnsubscribePages {

    private static final String RETRY_AFTER_SECONDS = "60";

    private final OptingOut optingOut;
    private final TokenMisses misses;
    private final UnsubscribeWordings wordings;
    private final CurrentVertxRequest current;
    private final Template page;
    private final String style;

    UnsubscribePages(
            OptingOut optingOut,
            TokenMisses misses,
            UnsubscribeWordings wordings,
            CurrentVertxRequest current,
            @Location("unsubscribe") Template page)
            throws IOException {
        this.optingOut = optingOut;
        this.misses = misses;
        this.wordings = wordings;
        this.current = current;
        this.page = page;
        try (var css = UnsubscribePages.class.getResourceAsStream("/look/unsubscribe.css")) {
            style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Which link is opened, and in which language. */
    record Opening(
            @PathParam("token") String token,
            @QueryParam("lang") String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {

        /** Only of a link that is known, and whose token is therefore well-formed. */
        String path() {
            return "/u/" + token;
        }

        /** Of ours the one that the browser prefers. */
        Optional<Language> preferred() {
            try {
                return Locale.LanguageRange.parse(Objects.requireNonNullElse(acceptLanguage, "")).stream()
                        .flatMap(range -> Language.of(range.getRange()).stream())
                        .findFirst();
            } catch (IllegalArgumentException notAList) {
                return Optional.empty();
            }
        }
    }

    @GET
    public Response show(@BeanParam Opening opening) {
        return shown(opening, optingOut.look(opening.token()), false);
    }

    /** @param scope {@code touchpoint} ends only the questions of the touchpoint; whatever else stands there ends all */
    @POST
    public Response act(
            @BeanParam Opening opening, @QueryParam("scope") String scope, @QueryParam("undo") String undo) {
        return Extent.of(undo)
                .map(extent -> shown(opening, optingOut.undo(opening.token(), extent), true))
                .orElseGet(() -> shown(
                        opening, optingOut.end(opening.token(), Extent.of(scope).orElse(Extent.ALL)), false));
    }

    @GET
    @Path("/erasure")
    public Response showErasure(@BeanParam Opening opening) {
        return erasureShown(opening, optingOut.look(opening.token()), false);
    }

    /** @param undo whatever stands there takes back what was asked */
    @POST
    @Path("/erasure")
    public Response askForErasure(@BeanParam Opening opening, @QueryParam("undo") String undo) {
        return undo == null
                ? erasureShown(opening, optingOut.askForErasure(opening.token()), false)
                : erasureShown(opening, optingOut.keep(opening.token()), true);
    }

    private Response shown(Opening opening, Optional<OptingOut.Door> found, boolean undone) {
        Language language = language(opening, found);
        UnsubscribeWording words = wordings.in(language);
        if (found.isEmpty()) {
            return missed(language, words);
        }
        OptingOut.Door door = found.get();
        UnsubscribeWording filled = words.of(door.brand(), door.touchpointName());
        More more = door.erasure() == ErasureWish.DONE
                ? null
                : new More(wordings.ofErasureIn(language).offer(), opening.path() + "/erasure");
        return answer(
                200,
                door.ended()
                        .map(extent -> switch (extent) {
                            case ALL -> UnsubscribePage.done(language, filled, door.brand(), door.undoable(), more);
                            case HERE ->
                                UnsubscribePage.doneHere(language, filled, door.brand(), door.undoable(), more);
                        })
                        .orElseGet(() -> undone
                                ? UnsubscribePage.undone(language, filled, door.brand(), more)
                                : UnsubscribePage.asking(language, filled, door.brand(), more)));
    }

    private Response erasureShown(Opening opening, Optional<OptingOut.Door> found, boolean takenBack) {
        Language language = language(opening, found);
        UnsubscribeWording words = wordings.in(language);
        if (found.isEmpty()) {
            return missed(language, words);
        }
        String brand = found.get().brand();
        ErasureWording filled = wordings.ofErasureIn(language).of(brand);
        return answer(
                200,
                switch (found.get().erasure()) {
                    case DONE -> UnsubscribePage.erased(language, filled, brand, words.languages());
                    case ASKED -> UnsubscribePage.erasureAsked(language, filled, brand, words.languages());
                    case POSSIBLE ->
                        takenBack
                                ? UnsubscribePage.erasureTakenBack(language, filled, brand, words.languages())
                                : UnsubscribePage.erasure(
                                        language,
                                        filled,
                                        brand,
                                        new More(filled.onlyStop(), opening.path()),
                                        words.languages());
                });
    }

    /** Links that exist always open; whoever tries many that do not has to wait. */
    private Response missed(Language language, UnsubscribeWording words) {
        return misses.allowAnother(
                        current.getCurrent().request().remoteAddress().hostAddress())
                ? answer(404, UnsubscribePage.gone(language, words))
                : Response.fromResponse(answer(429, UnsubscribePage.tooMany(language, words)))
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build();
    }

    /** The one chosen on the page, else the person's own, else the browser's. */
    private static Language language(Opening opening, Optional<OptingOut.Door> door) {
        return Language.of(opening.lang())
                .or(() -> door.map(OptingOut.Door::language))
                .or(opening::preferred)
                .orElse(Language.EN);
    }

    private Response answer(int status, UnsubscribePage shown) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.withInlineStyle(style))
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page.data("page", shown).data("style", style).render())
                .build();
    }
}
