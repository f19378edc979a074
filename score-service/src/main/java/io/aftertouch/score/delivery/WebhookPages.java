package io.aftertouch.score.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.score.news.NewsType;
import io.aftertouch.score.webhook.ChangeWebhook;
import io.aftertouch.score.webhook.CreateWebhook;
import io.aftertouch.score.webhook.Receivers;
import io.aftertouch.score.webhook.RotateSecret;
import io.aftertouch.score.webhook.WebhookEditing;
import io.aftertouch.score.webhook.WebhookFormat;
import io.aftertouch.score.webhook.WebhookState;
import io.aftertouch.score.webhook.WebhookView;
import io.quarkus.security.PermissionsAllowed;

/** The webhooks, and each of them on a page of its own with the log of what it was told. */
@Path("/webhooks")
@PermissionsAllowed(Scopes.ADMIN)
@Produces(MediaType.TEXT_HTML)
class WebhookPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_BACK = 30 * 24;

    private final Receivers receivers;
    private final WebhookEditing editing;
    private final Testing testing;
    private final Replaying replaying;
    private final WebhookDrawing drawing;
    private final FormCheck check;
    private final Clock clock;

    WebhookPages(
            Receivers receivers,
            WebhookEditing editing,
            Testing testing,
            Replaying replaying,
            WebhookDrawing drawing,
            FormCheck check,
            Clock clock) {
        this.receivers = receivers;
        this.editing = editing;
        this.testing = testing;
        this.replaying = replaying;
        this.drawing = drawing;
        this.check = check;
        this.clock = clock;
    }

    @GET
    public String list() {
        return drawing.list();
    }

    @GET
    @Path("/new")
    public String blank() {
        return drawing.blank(PageForm.of(Map.of("format", List.of(WebhookFormat.STANDARD.name()))));
    }

    /** Answers with the page itself and no redirect: the secret can be shown only here. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        AtomicReference<WebhookView> made = new AtomicReference<>();
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new CreateWebhook(
                        typed.text("name"),
                        typed.text("url"),
                        types(typed),
                        Set.copyOf(typed.all("touchpoints")),
                        typed.required("format", WebhookFormat.class)),
                wish -> made.set(editing.create(wish)));
        return form.isRefused() ? refused(drawing.blank(form)) : shown(made.get());
    }

    @GET
    @Path("/{id}")
    public String showOne(
            @PathParam("id") UUID id, @QueryParam("state") MessageState state, @QueryParam("cursor") String cursor) {
        WebhookView webhook = webhook(id);
        return drawing.one(webhook, state, cursor, WebhookDrawing.typed(webhook));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        WebhookView before = webhook(id);
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new ChangeWebhook(
                        typed.text("name"),
                        typed.text("url"),
                        types(typed),
                        Set.copyOf(typed.all("touchpoints")),
                        typed.required("format", WebhookFormat.class),
                        before.state()),
                wish -> editing.change(id, EntityTag.typed(fields.getFirst("version")), wish));
        return form.isRefused() ? refused(drawing.one(webhook(id), null, null, form)) : seeOther(id);
    }

    @POST
    @Path("/{id}/{turn: pause|activation}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response turn(@PathParam("id") UUID id, @PathParam("turn") String turn) {
        WebhookView webhook = webhook(id);
        return act(
                webhook,
                any -> editing.change(
                        id,
                        new EntityTag(webhook.version()).header(),
                        new ChangeWebhook(
                                webhook.name(),
                                webhook.url(),
                                Set.copyOf(webhook.types()),
                                Set.copyOf(webhook.touchpoints()),
                                webhook.format(),
                                turn.equals("pause") ? WebhookState.PAUSED : WebhookState.ACTIVE)));
    }

    /** Answers with the page itself and no redirect: the secret can be shown only here. */
    @POST
    @Path("/{id}/secret-rotation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rotate(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        AtomicReference<WebhookView> rotated = new AtomicReference<>();
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new RotateSecret(typed.number("overlapHours")),
                wish -> rotated.set(editing.rotate(id, EntityTag.typed(fields.getFirst("version")), wish)));
        return form.isRefused() ? refused(drawing.refused(webhook(id), form)) : shown(rotated.get());
    }

    @POST
    @Path("/{id}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@PathParam("id") UUID id) {
        return message(id, testing.test(id));
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replay(@PathParam("id") UUID id, @FormParam("hours") @DefaultValue("24") int hours) {
        Duration back = Duration.ofHours(Math.clamp(hours, 1, LONGEST_BACK));
        return act(
                webhook(id), any -> replaying.replayFailed(id, clock.instant().minus(back)));
    }

    @POST
    @Path("/{id}/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(@PathParam("id") UUID id) {
        editing.remove(id, new EntityTag(webhook(id).version()).header());
        return Response.status(303).header("Location", "/webhooks").build();
    }

    @GET
    @Path("/{id}/messages/{message}")
    public String showMessage(@PathParam("id") UUID id, @PathParam("message") UUID message) {
        return drawing.message(webhook(id), message);
    }

    @POST
    @Path("/{id}/messages/{message}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replayOne(@PathParam("id") UUID id, @PathParam("message") UUID message) {
        PageForm form = check.submit(PageForm.EMPTY, any -> message, chosen -> replaying.replay(id, chosen));
        return form.isRefused() ? refused(drawing.refused(webhook(id), form)) : message(id, message);
    }

    private Response act(WebhookView webhook, Consumer<UUID> act) {
        PageForm form = check.submit(PageForm.EMPTY, any -> webhook.id(), act);
        return form.isRefused() ? refused(drawing.refused(webhook, form)) : seeOther(webhook.id());
    }

    private static Set<NewsType> types(PageForm typed) {
        return typed.all("types").stream()
                .map(key -> NewsType.of(key)
                        .orElseThrow(() -> new PageForm.UnreadableField("types", "hold one that there is not")))
                .collect(Collectors.toSet());
    }

    private WebhookView webhook(UUID id) {
        return receivers.shown(id).orElseThrow(NotFound::new);
    }

    private Response shown(WebhookView madeOrRotated) {
        return Response.ok(drawing.one(madeOrRotated, null, null, WebhookDrawing.typed(madeOrRotated)))
                .build();
    }

    private static Response refused(String page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private static Response seeOther(UUID id) {
        return Response.status(303).header("Location", "/webhooks/" + id).build();
    }

    private static Response message(UUID id, UUID message) {
        return Response.status(303)
                .header("Location", "/webhooks/" + id + "/messages/" + message)
                .build();
    }
}
