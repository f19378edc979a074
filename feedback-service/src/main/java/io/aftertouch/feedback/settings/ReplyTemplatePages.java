package io.aftertouch.feedback.settings;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;

/** The words that replies start from, as pages: all of them, and one at a time. */
@Path("/inbox/settings/replies")
@Produces(MediaType.TEXT_HTML)
class ReplyTemplatePages {

    private static final String PATH = "/inbox/settings/replies";
    private static final String NEW = "new";

    private final Settings settings;
    private final Caller caller;

    ReplyTemplatePages(Settings settings, Caller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {

        private Templates() {}

        static native TemplateInstance replies(ListPage page);

        static native TemplateInstance reply(TemplatePage page);
    }

    /** All templates. */
    record ListPage(List<Row> rows, boolean mayChange) {}

    /** One of them, and the languages that it speaks. */
    record Row(String key, String name, String languages) {}

    /**
     * One template.
     *
     * @param path where the form is sent
     * @param heading what it is called, or that it is new
     * @param mayDrop whether there is something to drop
     */
    record TemplatePage(
            Typed form,
            String path,
            String heading,
            List<ReplyTemplateForm.Language> languages,
            boolean mayChange,
            boolean mayDrop) {}

    /** There is no template with this key. */
    private static final class UnknownTemplate extends ProblemException {

        UnknownTemplate() {
            super("not-found", "There is no such template.");
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public TemplateInstance all() {
        return Templates.replies(new ListPage(
                settings.currentReplies().value().templates().stream()
                        .map(template -> new Row(
                                template.key(),
                                template.name(),
                                ReplyTemplates.LANGUAGES.stream()
                                        .filter(template.texts()::containsKey)
                                        .map(ReplyTemplates::nameOf)
                                        .collect(Collectors.joining(", "))))
                        .toList(),
                mayChange()));
    }

    @GET
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public TemplateInstance one(@PathParam("key") String key) {
        var current = settings.currentReplies();
        ReplyTemplate template = key.equals(NEW) ? null : known(current.value(), key);
        return page(key, ReplyTemplateForm.of(current.version(), template));
    }

    @POST
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response save(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        ReplyTemplates current = settings.currentReplies().value();
        String existing = key.equals(NEW) ? null : known(current, key).key();
        return SettingsPages.change(
                PATH,
                Typed.ofFields(fields),
                typed -> settings.change(
                        ReplyTemplateForm.read(typed, existing, current), typed.ifMatch(), caller.name()),
                form -> page(key, form));
    }

    @POST
    @Path("/{key}/dropping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response drop(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        ReplyTemplates current = settings.currentReplies().value();
        ReplyTemplate template = known(current, key);
        return SettingsPages.change(
                PATH,
                Typed.ofFields(fields),
                typed -> settings.change(
                        ReplyTemplateForm.without(template.key(), current), typed.ifMatch(), caller.name()),
                form -> page(key, form));
    }

    private static ReplyTemplate known(ReplyTemplates templates, String key) {
        return templates.find(key).orElseThrow(UnknownTemplate::new);
    }

    private TemplateInstance page(String key, Typed form) {
        boolean isNew = key.equals(NEW);
        return Templates.reply(new TemplatePage(
                form,
                PATH + "/" + key,
                isNew
                        ? "New template"
                        : known(settings.currentReplies().value(), key).name(),
                ReplyTemplateForm.languages(),
                mayChange(),
                mayChange() && !isNew));
    }

    private boolean mayChange() {
        return caller.may(Scopes.CONFIG_WRITE);
    }
}
