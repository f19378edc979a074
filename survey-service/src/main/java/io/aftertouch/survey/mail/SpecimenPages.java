package io.aftertouch.survey.mail;

import java.util.List;
import java.util.stream.Stream;

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
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.survey.survey.Language;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** The e-mail of a survey before anybody gets it: in each language, light and dark, on a phone and at a desk, and in one's own mail program. */
@Path("/surveys/{key}/mail")
@Produces(MediaType.TEXT_HTML)
class SpecimenPages {

    private final Specimen specimen;
    private final TrialSending trials;
    private final FormCheck check;
    private final Caller caller;
    private final Template page;

    SpecimenPages(
            Specimen specimen,
            TrialSending trials,
            FormCheck check,
            Caller caller,
            @Location("survey-mail") Template page) {
        this.specimen = specimen;
        this.trials = trials;
        this.check = check;
        this.caller = caller;
        this.page = page;
    }

    /** Which of the e-mails is looked at, and how. What an address does not say, or says wrongly, is the usual. */
    record View(String key, Language language, MailFrame.Scheme scheme, Kind kind) {

        static View of(String key, String language, String scheme, String kind) {
            return new View(
                    key,
                    Language.of(language).orElse(Language.EN),
                    choice(MailFrame.Scheme.values(), scheme),
                    choice(Kind.values(), kind));
        }

        private static <E extends Enum<E>> E choice(E[] choices, String name) {
            return Stream.of(choices)
                    .filter(choice -> choice.name().equals(name))
                    .findFirst()
                    .orElse(choices[0]);
        }

        Specimen.Choice choice() {
            return new Specimen.Choice(language, kind == Kind.REMINDER, kind == Kind.NEUTRAL);
        }

        public String query() {
            return "language=" + language.tag() + "&scheme=" + scheme + "&kind=" + kind;
        }
    }

    /** One of the e-mails of a survey. */
    enum Kind {
        INVITATION("Invitation"),
        NEUTRAL("Invitation, neutral"),
        REMINDER("Reminder");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What the page shows.
     *
     * @param sentTo where a trial was just sent; empty when none was
     */
    record SpecimenPage(View view, WrittenLetter letter, PageForm form, boolean mayTry, String sentTo) {

        public List<Language> languages() {
            return List.of(Language.values());
        }

        public List<MailFrame.Scheme> schemes() {
            return List.of(MailFrame.Scheme.values());
        }

        public List<Kind> kinds() {
            return List.of(Kind.values());
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public Response show(
            @PathParam("key") String key,
            @QueryParam("language") String language,
            @QueryParam("scheme") String scheme,
            @QueryParam("kind") String kind) {
        return render(200, View.of(key, language, scheme, kind), PageForm.EMPTY, "");
    }

    @GET
    @Path("/frame")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public Response frame(
            @PathParam("key") String key,
            @QueryParam("language") String language,
            @QueryParam("scheme") String scheme,
            @QueryParam("kind") String kind) {
        View view = View.of(key, language, scheme, kind);
        WrittenLetter letter = specimen.write(key, view.choice()).orElseThrow(NotFound::new);
        return Response.ok(MailFrame.of(letter, view.scheme()))
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", MailFrame.POLICY)
                .build();
    }

    /** Sends a trial and shows the page again, which says so. */
    @POST
    @Path("/trial")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response send(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        View view = View.of(key, typed.text("language"), typed.text("scheme"), typed.text("kind"));
        PageForm form = check.submit(
                typed,
                to -> new SendTrial(
                        to.text("to"), view.language(), view.kind() == Kind.REMINDER, view.kind() == Kind.NEUTRAL),
                trial -> trials.send(key, trial, caller.name()));
        return form.isRefused() ? render(422, view, form, "") : render(200, view, PageForm.EMPTY, typed.text("to"));
    }

    private Response render(int status, View view, PageForm form, String sentTo) {
        WrittenLetter letter = specimen.write(view.key(), view.choice()).orElseThrow(NotFound::new);
        SpecimenPage shown = new SpecimenPage(view, letter, form, caller.may(Scopes.CONFIG_WRITE), sentTo);
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", MailFrame.AROUND)
                .entity(page.data("page", shown).render())
                .build();
    }
}
