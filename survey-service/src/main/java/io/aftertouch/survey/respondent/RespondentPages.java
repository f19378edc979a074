package io.aftertouch.survey.respondent;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.platform.time.Instants;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** The people who may be asked: found, added and changed. */
@Path("/respondents")
@Produces(MediaType.TEXT_HTML)
class RespondentPages {

    private static final int ROWS = 50;

    private final RespondentRepository respondents;
    private final RespondentSearch search;
    private final RespondentEditing editing;
    private final ErasureRequestRepository erasures;
    private final FormCheck check;
    private final Caller caller;
    private final Template list;
    private final Template details;

    RespondentPages(
            RespondentRepository respondents,
            RespondentSearch search,
            RespondentEditing editing,
            ErasureRequestRepository erasures,
            FormCheck check,
            Caller caller,
            @Location("respondents") Template list,
            @Location("respondent-details") Template details) {
        this.respondents = respondents;
        this.search = search;
        this.editing = editing;
        this.erasures = erasures;
        this.check = check;
        this.caller = caller;
        this.list = list;
        this.details = details;
    }

    /** What was searched for, as it was typed. */
    record Filters(String q, String email, String phone, String country, String optedOut) {

        public boolean areSet() {
            return !List.of(q, email, phone, country, optedOut).stream().allMatch(String::isEmpty);
        }

        RespondentSearch.Criteria criteria() {
            return new RespondentSearch.Criteria(
                    q, email, phone, country, optedOut.isEmpty() ? null : optedOut.equals("yes"));
        }

        String after(String cursor) {
            List<String> parameters = new ArrayList<>();
            Map.of("q", q, "email", email, "phone", phone, "country", country, "optedOut", optedOut, "cursor", cursor)
                    .forEach((name, value) -> {
                        if (!value.isEmpty()) {
                            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                        }
                    });
            return "/respondents?" + String.join("&", parameters);
        }
    }

    /**
     * What the list shows.
     *
     * @param next the address of the next page, null on the last one
     * @param erased whether somebody was erased just now
     * @param toErase how many asked to be erased
     */
    record RespondentsPage(
            Filters filters,
            List<RespondentView> rows,
            String next,
            PageForm form,
            boolean mayChange,
            boolean erased,
            long toErase) {

        public List<Option> choices() {
            return List.of(new Option("", "Anybody"), new Option("yes", "Opted out"), new Option("no", "May be asked"));
        }
    }

    /** What the form of one respondent shows. */
    record DetailsPage(String ref, String path, PageForm form, String tag) {}

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    public String show(
            @QueryParam("q") String q,
            @QueryParam("email") String email,
            @QueryParam("phone") String phone,
            @QueryParam("country") String country,
            @QueryParam("optedOut") String optedOut,
            @QueryParam("cursor") String cursor,
            @QueryParam("erased") String erased) {
        Filters filters = new Filters(text(q), text(email), text(phone), text(country), text(optedOut));
        return list(filters, cursor, PageForm.EMPTY, erased != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response add(MultivaluedMap<String, String> fields) {
        PageForm form = check.submit(PageForm.of(fields), typed -> wish(typed, typed.text("ref")), editing::create);
        return form.isRefused()
                ? Response.status(422)
                        .entity(list(new Filters("", "", "", "", ""), null, form, false))
                        .build()
                : Response.status(303)
                        .header("Location", "/respondents/" + RespondentPath.segment(form.text("ref")))
                        .build();
    }

    @GET
    @Path("/{ref}/details")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public String edit(@PathParam("ref") String segment) {
        Respondent person = find(segment);
        return details(
                person,
                form(RespondentDetails.of(person)),
                RespondentEditing.tag(person).header());
    }

    @POST
    @Path("/{ref}/details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(@PathParam("ref") String segment, MultivaluedMap<String, String> fields) {
        Respondent person = find(segment);
        PageForm form = check.submit(
                PageForm.of(fields),
                typed -> wish(typed, person.ref()),
                wish -> editing.replace(person.ref(), fields.getFirst("tag"), wish));
        return form.isRefused()
                ? Response.status(422)
                        .entity(details(person, form, fields.getFirst("tag")))
                        .build()
                : seeOther(person.ref());
    }

    @POST
    @Path("/{ref}/bounce")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response clearBounce(@PathParam("ref") String segment) {
        Respondent person = find(segment);
        editing.clearBounce(person.ref());
        return seeOther(person.ref());
    }

    private Respondent find(String segment) {
        return RespondentPath.ref(segment)
                .flatMap(ref -> respondents.findByIdOptional(ref))
                .orElseThrow(NotFound::new);
    }

    private static Response seeOther(String ref) {
        return Response.status(303)
                .header("Location", "/respondents/" + RespondentPath.segment(ref))
                .build();
    }

    private String list(Filters filters, String cursor, PageForm form, boolean erased) {
        PagedView<RespondentView> found = search.page(filters.criteria(), cursor, ROWS);
        RespondentsPage shown = new RespondentsPage(
                filters,
                found.items(),
                found.next() == null ? null : filters.after(found.next()),
                form,
                caller.may(Scopes.CONFIG_WRITE),
                erased,
                erasures.count());
        return list.data("page", shown).render();
    }

    private String details(Respondent person, PageForm form, String tag) {
        return details.data(
                        "page",
                        new DetailsPage(
                                person.ref(),
                                "/respondents/" + RespondentPath.segment(person.ref()),
                                form,
                                Objects.requireNonNullElse(tag, "")))
                .render();
    }

    private static RespondentDetails wish(PageForm typed, String ref) {
        boolean consented = Optional.ofNullable(typed.text("consentBasis"))
                .or(() -> Optional.ofNullable(typed.text("consentSource")))
                .or(() -> Optional.ofNullable(typed.text("consentAt")))
                .isPresent();
        String country = typed.text("country");
        return new RespondentDetails(
                ref,
                typed.text("email"),
                typed.text("phone"),
                typed.text("name"),
                typed.text("locale"),
                country == null ? null : country.toUpperCase(java.util.Locale.ROOT),
                typed.text("timeZone"),
                consented
                        ? new Consent(typed.text("consentBasis"), typed.text("consentSource"), instant(typed))
                        : null);
    }

    private static java.time.Instant instant(PageForm typed) {
        String text = typed.text("consentAt");
        try {
            return text == null ? null : Instants.parse(text);
        } catch (IllegalArgumentException e) {
            throw new PageForm.UnreadableField("consentAt", "must be an instant such as 2026-11-21T13:05:00Z");
        }
    }

    private static PageForm form(RespondentDetails known) {
        Optional<Consent> consent = Optional.ofNullable(known.consent());
        Map<String, List<String>> fields = new java.util.HashMap<>();
        put(fields, "email", known.email());
        put(fields, "phone", known.phone());
        put(fields, "name", known.name());
        put(fields, "locale", known.locale());
        put(fields, "country", known.country());
        put(fields, "timeZone", known.timeZone());
        put(fields, "consentBasis", consent.map(Consent::basis).orElse(null));
        put(fields, "consentSource", consent.map(Consent::source).orElse(null));
        put(fields, "consentAt", consent.map(given -> given.at().toString()).orElse(null));
        return PageForm.of(fields);
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        fields.put(name, value == null ? List.of() : List.of(value));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
