package io.aftertouch.survey.trigger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.FormCheck;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.survey.judging.SendingRule;
import io.aftertouch.survey.survey.Surveys;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;

/** How often, when and on which terms one person may be asked. */
@Path("/settings/contact-policy")
@Produces(MediaType.TEXT_HTML)
class ContactPolicyPages {

    /** Empty rows to add something, without a script. */
    private static final int SPARE_ROWS = 2;

    private final ContactPolicyEditing editing;
    private final Surveys surveys;
    private final FormCheck check;
    private final Caller caller;
    private final Template page;

    ContactPolicyPages(
            ContactPolicyEditing editing,
            Surveys surveys,
            FormCheck check,
            Caller caller,
            @Location("contact-policy") Template page) {
        this.editing = editing;
        this.surveys = surveys;
        this.check = check;
        this.caller = caller;
        this.page = page;
    }

    /** A line of a list in the form. */
    record Line(int number, String left, String right) {}

    /** What the page shows. */
    record PolicyPage(
            ContactPolicyView policy,
            PageForm form,
            List<Line> countries,
            List<Line> rests,
            List<Option> surveys,
            boolean mayChange) {

        public List<Option> sendingRules() {
            return Stream.of(SendingRule.values())
                    .map(rule -> new Option(rule.name(), rule.words()))
                    .toList();
        }
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    public String show() {
        ContactPolicyView policy = editing.current();
        return render(policy, PageForm.of(typed(policy)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public Response change(MultivaluedMap<String, String> fields) {
        PageForm typed = PageForm.of(fields);
        String seen = "\"" + typed.value("version") + "\"";
        PageForm form =
                check.submit(typed, ContactPolicyPages::wish, wish -> editing.change(seen, wish, caller.name()));
        return form.isRefused()
                ? Response.status(422).entity(render(editing.current(), form)).build()
                : Response.status(303)
                        .header("Location", "/settings/contact-policy")
                        .build();
    }

    private static ChangePolicy wish(PageForm typed) {
        boolean quiet = typed.text("quietFrom") != null || typed.text("quietTo") != null;
        return new ChangePolicy(
                days(typed.text("quarantine")),
                days(typed.text("sameNpsSurvey")),
                rests(typed),
                typed.number("dailyCap"),
                quiet ? new ChangePolicy.QuietHoursInput(typed.text("quietFrom"), typed.text("quietTo")) : null,
                countries(typed),
                typed.choice("otherCountries", SendingRule.class));
    }

    private static Map<String, String> rests(PageForm typed) {
        Map<String, String> rests = new LinkedHashMap<>();
        pairs(typed, "restSurvey", "restDays").forEach((survey, text) -> rests.put(survey, days(text)));
        return rests;
    }

    private static Map<String, SendingRule> countries(PageForm typed) {
        Map<String, SendingRule> countries = new LinkedHashMap<>();
        pairs(typed, "country", "countryRule").forEach((country, rule) -> {
            try {
                countries.put(country, SendingRule.valueOf(rule));
            } catch (IllegalArgumentException e) {
                throw new PageForm.UnreadableField("countries", "holds a rule that is not one of the choices");
            }
        });
        return countries;
    }

    /** The filled-in lines of a list; one whose left side is empty is not there. */
    private static Map<String, String> pairs(PageForm typed, String left, String right) {
        List<String> lefts = typed.all(left);
        List<String> rights = typed.all(right);
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(lefts.size(), rights.size()); i++) {
            if (!lefts.get(i).isBlank()) {
                pairs.put(lefts.get(i).strip(), rights.get(i).strip());
            }
        }
        return pairs;
    }

    /** A bare number is a number of days. */
    private static String days(String text) {
        return text != null && text.matches("[0-9]{1,9}") ? "P" + text + "D" : text;
    }

    private static String inDays(String iso) {
        return iso.matches("P[0-9]+D") ? iso.substring(1, iso.length() - 1) : iso.equals("PT0S") ? "0" : iso;
    }

    private static Map<String, List<String>> typed(ContactPolicyView policy) {
        Map<String, List<String>> typed = new HashMap<>();
        typed.put("version", List.of(String.valueOf(policy.version())));
        typed.put("quarantine", List.of(inDays(policy.quarantine())));
        typed.put("sameNpsSurvey", List.of(inDays(policy.sameNpsSurvey())));
        if (policy.dailyCap() != null) {
            typed.put("dailyCap", List.of(policy.dailyCap().toString()));
        }
        if (policy.quietHours() != null) {
            typed.put("quietFrom", List.of(policy.quietHours().from()));
            typed.put("quietTo", List.of(policy.quietHours().to()));
        }
        typed.put("otherCountries", List.of(policy.otherCountries().name()));
        typed.put("country", List.copyOf(policy.countries().keySet()));
        typed.put(
                "countryRule",
                policy.countries().values().stream().map(SendingRule::name).toList());
        typed.put("restSurvey", List.copyOf(policy.surveys().keySet()));
        typed.put(
                "restDays",
                policy.surveys().values().stream()
                        .map(ContactPolicyPages::inDays)
                        .toList());
        return typed;
    }

    private String render(ContactPolicyView policy, PageForm form) {
        PolicyPage shown = new PolicyPage(
                policy,
                form,
                lines(form, "country", "countryRule"),
                lines(form, "restSurvey", "restDays"),
                surveys.all().stream()
                        .map(survey -> new Option(survey.key(), survey.title()))
                        .toList(),
                caller.may(Scopes.CONFIG_WRITE));
        return page.data("page", shown).render();
    }

    private static List<Line> lines(PageForm form, String left, String right) {
        List<Line> lines = new ArrayList<>();
        pairs(form, left, right).forEach((one, other) -> lines.add(new Line(lines.size() + 1, one, other)));
        for (int i = 0; i < SPARE_ROWS; i++) {
            lines.add(new Line(lines.size() + 1, "", ""));
        }
        return lines;
    }
}
