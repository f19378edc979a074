package io.aftertouch.survey.publiclink;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
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
import io.quarkus.security.PermissionsAllowed;

/** The public links, and each of them on a page of its own. */
@Path("/links")
@Produces(MediaType.TEXT_HTML)
class PublicLinkPages {

    private final PublicLinkRepository links;
    private final PublicLinkEditing editing;
    private final LinkPages pages;
    private final FormCheck check;
    private final ZoneId zone;

    PublicLinkPages(
            PublicLinkRepository links, PublicLinkEditing editing, LinkPages pages, FormCheck check, ZoneId zone) {
        this.links = links;
        this.editing = editing;
        this.pages = pages;
        this.check = check;
        this.zone = zone;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show(@QueryParam("touchpoint") String touchpoint, @QueryParam("cursor") String cursor) {
        return pages.list(touchpoint, cursor, PageForm.EMPTY);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response create(MultivaluedMap<String, String> fields) {
        String[] made = new String[1];
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new CreatePublicLink(
                        typed.text("survey"),
                        typed.text("touchpoint"),
                        segments(typed),
                        typed.text("name"),
                        endOf(typed)),
                wish -> made[0] = editing.create(wish).code());
        return form.isRefused()
                ? Response.status(422).entity(pages.list(null, null, form)).build()
                : seeOther(made[0]);
    }

    @GET
    @Path("/{code}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String showOne(@PathParam("code") String code) {
        PublicLink link = link(code);
        return pages.one(
                link,
                PageForm.of(Map.of(
                        "survey", List.of(link.survey()),
                        "name", link.name().stream().toList(),
                        "segments", List.of(words(link.segments())),
                        "activeUntil",
                                link.activeUntil().map(this::lastDay).stream().toList())));
    }

    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> fields) {
        PublicLink link = link(code);
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> new ChangePublicLink(
                        typed.text("survey"), segments(typed), typed.text("name"), null, endOf(typed, link)),
                wish -> editing.change(code, EntityTag.typed(fields.getFirst("version")), wish));
        return form.isRefused()
                ? Response.status(422).entity(pages.one(link(code), form)).build()
                : seeOther(code);
    }

    @POST
    @Path("/{code}/{turn: closing|opening}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response turn(@PathParam("code") String code, @PathParam("turn") String turn) {
        PublicLink link = link(code);
        PublicLinkState state = turn.equals("closing") ? PublicLinkState.CLOSED : PublicLinkState.OPEN;
        editing.change(
                code,
                new EntityTag(link.version()).header(),
                new ChangePublicLink(
                        link.survey(),
                        link.segments(),
                        link.name().orElse(null),
                        state,
                        link.activeUntil().orElse(null)));
        return seeOther(code);
    }

    private PublicLink link(String code) {
        return links.findByIdOptional(code).orElseThrow(NotFound::new);
    }

    private static Response seeOther(String code) {
        return Response.status(303).header("Location", "/links/" + code).build();
    }

    /** "store:aarhus, floor:2". */
    static String words(Map<String, String> segments) {
        return segments.entrySet().stream()
                .map(segment -> segment.getKey() + ":" + segment.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> segments(PageForm typed) {
        Map<String, String> segments = new TreeMap<>();
        Arrays.stream(typed.value("segments").split("[,\\n]"))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .forEach(segment -> {
                    String[] nameAndValue = segment.split(":", 2);
                    if (nameAndValue.length < 2 || nameAndValue[1].isBlank()) {
                        throw new PageForm.UnreadableField(
                                "segments", "must be written as name:value, with commas in between");
                    }
                    segments.put(nameAndValue[0].strip(), nameAndValue[1].strip());
                });
        return segments;
    }

    private Instant endOf(PageForm typed) {
        return endOf(typed, null);
    }

    /** The end of the typed day; an end within that day that somebody set by the API stays as it is. */
    private Instant endOf(PageForm typed, PublicLink link) {
        String day = typed.text("activeUntil");
        if (day == null) {
            return null;
        }
        Optional<Instant> before = Optional.ofNullable(link).flatMap(PublicLink::activeUntil);
        if (before.isPresent() && lastDay(before.get()).equals(day)) {
            return before.get();
        }
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new PageForm.UnreadableField("activeUntil", "must be a day such as 2026-12-31");
        }
    }

    private String lastDay(Instant activeUntil) {
        return activeUntil.minusNanos(1).atZone(zone).toLocalDate().toString();
    }
}
