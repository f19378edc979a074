package io.aftertouch.feedback.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.review.BulkStep;
import io.aftertouch.feedback.review.BulkWish;
import io.aftertouch.feedback.review.BulkWork;
import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;

/** What is done with the cases that are chosen in the list: each on its own, and what was done can be undone. */
@Path("/inbox/chosen")
@Produces(MediaType.TEXT_HTML)
class ChosenPages {

    private static final int MOST = 50;

    private final InboxPages pages;
    private final BulkWork work;
    private final Settings settings;
    private final Caller caller;
    private final Clock clock;

    ChosenPages(InboxPages pages, BulkWork work, Settings settings, Caller caller, Clock clock) {
        this.pages = pages;
        this.work = work;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    public Response chosen(
            @BeanParam InboxFilter filter, @FormParam("do") String step, @FormParam("case") List<String> chosen) {
        Optional<BulkWish> wish = wish(step);
        if (wish.isEmpty() || chosen.isEmpty() || chosen.size() > MOST) {
            return page(422, filter, null, "Choose the cases, at most " + MOST + ", and what to do with them.");
        }
        List<UUID> ids = chosen.stream().map(Done::id).flatMap(Optional::stream).toList();
        List<BulkWork.Result> results = work.each(ids, caller.name(), wish.get());
        List<String> refused = new ArrayList<>(results.stream()
                .filter(result -> !result.isDone())
                .map(result -> result.refusal().getMessage())
                .toList());
        if (ids.size() < chosen.size()) {
            refused.add("There is no such case.");
        }
        List<UUID> changed = results.stream()
                .filter(BulkWork.Result::isDone)
                .map(BulkWork.Result::id)
                .toList();
        Done done = changed.isEmpty() ? null : new Done(wish.get().step(), changed);
        return refused.isEmpty()
                ? back(filter, done)
                : page(409, filter, done, "Not " + wish.get().step().done() + ": " + String.join(" ", refused));
    }

    /** Only what needs to know nothing more; a snooze is until the team is back. */
    private Optional<BulkWish> wish(String step) {
        return Arrays.stream(BulkStep.values())
                .filter(known -> known.name().equals(step))
                .findFirst()
                .flatMap(known -> switch (known) {
                    case SNOOZE ->
                        Optional.of(BulkWish.snooze(settings.calendar().nextMorning(clock.instant())));
                    case TAKE, RELEASE, WAKE, SPAM, REOPEN, UNDO -> Optional.of(BulkWish.plain(known));
                    case ASSIGN, RESOLVE -> Optional.empty();
                });
    }

    private Response page(int status, InboxFilter filter, Done done, String message) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(InboxResource.Templates.inbox(pages.page(filter, done, message))
                        .render())
                .build();
    }

    private static Response back(InboxFilter filter, Done done) {
        String query = filter.query();
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/inbox?" + query + (query.isEmpty() ? "" : "&") + done.query())
                .build();
    }
}
