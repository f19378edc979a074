package io.aftertouch.survey.optout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import io.aftertouch.platform.seal.Stamps;
import io.aftertouch.platform.seal.Stamps.Shown;
import io.aftertouch.platform.seal.Stamps.Stamp;
import io.aftertouch.survey.optout.UnsubscribePage.More;
import io.aftertouch.survey.survey.Language;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * Do not ask me again, and: erase me. GET only shows, since mail programs fetch links by themselves. POST acts at once when a mail program says that its
 * own unsubscribe button was pressed (RFC 8058), which ends all questions. A button of the page acts when a person may have pressed it: scanners send
 * forms too, so what comes without the page having been shown, or as fast as no one reads, only shows the page again. What a button does stands in the
 * address, so that no kind of body is refused.
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
    private final Stamps stamps;
    private final Clock clock;
    private final Template page;
    private final String style;
    private final String script;
    private final String policy;

    UnsubscribePages(
            OptingOut optingOut,
            TokenMisses misses,
            UnsubscribeWordings wordings,
            CurrentVertxRequest current,
            Stamps stamps,
            Clock clock,
            @Location("unsubscribe") Template page)
            throws IOException {
        this.optingOut = optingOut;
        this.misses = misses;
        this.wordings = wordings;
        this.current = current;
        this.stamps = stamps;
        this.clock = clock;
        this.page = page;
        style = shipped("unsubscribe.css");
        script = shipped("unsubscribe.js");
        policy = ContentSecurityPolicy.with(
                ContentSecurityPolicy.withInlineStyle(style), "script-src", ContentSecurityPolicy.inline(script));
    }

    private static String shipped(String file) throws IOException {
        try (var resource = UnsubscribePages.class.getResourceAsStream("/look/" + file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
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

    /** What a page says besides what there is to see. */
    private enum Said {
        NOTHING,
        /** It was as before once more. */
        UNDONE,
        /** Nothing was done: a program may have pressed. */
        PRESS_AGAIN
    }

    @GET
    public Response show(@BeanParam Opening opening) {
        return shown(opening, optingOut.look(opening.token()), Said.NOTHING);
    }

    /** @param scope {@code touchpoint} ends only the questions of the touchpoint; whatever else stands there ends all */
    @POST
    public Response act(
            @BeanParam Opening opening,
            @QueryParam("scope") String scope,
            @QueryParam("undo") String undo,
            String body) {
        Pressing pressing = Pressing.of(body);
        Optional<Extent> undone = Extent.of(undo);
        if (undone.isEmpty() && pressing.oneClick()) {
            return shown(opening, optingOut.end(opening.token(), Extent.ALL), Said.NOTHING);
        }
        if (!isByPerson(pressing, opening)) {
            return shown(opening, optingOut.look(opening.token()), Said.PRESS_AGAIN);
        }
        return undone.map(extent -> shown(opening, optingOut.undo(opening.token(), extent), Said.UNDONE))
                .orElseGet(() -> shown(
                        opening, optingOut.end(opening.token(), Extent.of(scope).orElse(Extent.ALL)), Said.NOTHING));
    }

    @GET
    @Path("/erasure")
    public Response showErasure(@BeanParam Opening opening) {
        return erasureShown(opening, optingOut.look(opening.token()), Said.NOTHING);
    }

    /** @param undo whatever stands there takes back what was asked */
    @POST
    @Path("/erasure")
    public Response askForErasure(@BeanParam Opening opening, @QueryParam("undo") String undo, String body) {
        if (!isByPerson(Pressing.of(body), opening)) {
            return erasureShown(opening, optingOut.look(opening.token()), Said.PRESS_AGAIN);
        }
        return undo == null
                ? erasureShown(opening, optingOut.askForErasure(opening.token()), Said.NOTHING)
                : erasureShown(opening, optingOut.keep(opening.token()), Said.UNDONE);
    }

    private boolean isByPerson(Pressing pressing, Opening opening) {
        return pressing.isByPerson(stamps.read(opening.path(), pressing.stamp()).map(Stamp::at), clock.instant());
    }

    private Response shown(Opening opening, Optional<OptingOut.Door> found, Said said) {
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
                opening,
                said,
                words,
                door.ended()
                        .map(extent -> switch (extent) {
                            case ALL -> UnsubscribePage.done(language, filled, door.brand(), door.undoable(), more);
                            case HERE ->
                                UnsubscribePage.doneHere(language, filled, door.brand(), door.undoable(), more);
                        })
                        .orElseGet(() -> said == Said.UNDONE
                                ? UnsubscribePage.undone(language, filled, door.brand(), more)
                                : UnsubscribePage.asking(language, filled, door.brand(), more)));
    }

    private Response erasureShown(Opening opening, Optional<OptingOut.Door> found, Said said) {
        Language language = language(opening, found);
        UnsubscribeWording words = wordings.in(language);
        if (found.isEmpty()) {
            return missed(language, words);
        }
        String brand = found.get().brand();
        ErasureWording filled = wordings.ofErasureIn(language).of(brand);
        return answer(
                opening,
                said,
                words,
                switch (found.get().erasure()) {
                    case DONE -> UnsubscribePage.erased(language, filled, brand, words.languages());
                    case ASKED -> UnsubscribePage.erasureAsked(language, filled, brand, words.languages());
                    case POSSIBLE ->
                        said == Said.UNDONE
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

    /** With buttons, which know when they were shown. */
    private Response answer(Opening opening, Said said, UnsubscribeWording words, UnsubscribePage shown) {
        boolean again = said == Said.PRESS_AGAIN && !shown.buttons().isEmpty();
        return answer(200, shown, stamps.now(Shown.QUESTION, opening.path()), again ? words.again() : "");
    }

    private Response answer(int status, UnsubscribePage shown) {
        return answer(status, shown, "", "");
    }

    private Response answer(int status, UnsubscribePage shown, String stamp, String notice) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header(ContentSecurityPolicy.HEADER, policy)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page.data("page", shown)
                        .data("stamp", stamp)
                        .data("notice", notice)
                        .data("style", style)
                        .data("script", script)
                        .render())
                .build();
    }
}
