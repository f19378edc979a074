package io.aftertouch.score.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.news.NewsType;
import io.aftertouch.score.webhook.Receivers;
import io.aftertouch.score.webhook.WebhookState;
import io.aftertouch.score.webhook.WebhookView;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** Draws the pages of webhooks. */
@Singleton
class WebhookDrawing {

    private static final int ON_A_PAGE = 50;

    private final Receivers receivers;
    private final Messages messages;
    private final Attempts attempts;
    private final Touchpoints touchpoints;
    private final ObjectMapper json;
    private final Clock clock;
    private final Template list;
    private final Template blank;
    private final Template one;
    private final Template message;

    WebhookDrawing(
            Receivers receivers,
            Messages messages,
            Attempts attempts,
            Touchpoints touchpoints,
            ObjectMapper json,
            Clock clock,
            @Location("webhooks") Template list,
            @Location("webhook-new") Template blank,
            @Location("webhook") Template one,
            @Location("webhook-message") Template message) {
        this.receivers = receivers;
        this.messages = messages;
        this.attempts = attempts;
        this.touchpoints = touchpoints;
        this.json = json;
        this.clock = clock;
        this.list = list;
        this.blank = blank;
        this.one = one;
        this.message = message;
    }

    /** All webhooks. */
    record ListPage(List<Row> rows) {}

    /**
     * A webhook and how it does.
     *
     * @param health null while it was never told anything
     */
    record Row(WebhookView webhook, Attempts.Health health) {

        public boolean isActive() {
            return webhook.state() == WebhookState.ACTIVE;
        }

        /** Whether its receiver did not take the last message. */
        public boolean isFailing() {
            return health != null && health.failingSince() != null;
        }

        public String state() {
            return switch (webhook.state()) {
                case ACTIVE -> "Active";
                case PAUSED -> "Paused";
                case DISABLED -> "Disabled";
            };
        }

        public String about() {
            int all = NewsType.values().length;
            String events = webhook.types().size() == all
                    ? "All events"
                    : webhook.types().size() == 1 ? "1 event" : webhook.types().size() + " events";
            return webhook.touchpoints().isEmpty()
                    ? events
                    : events + " at " + String.join(", ", webhook.touchpoints());
        }
    }

    /** What can be chosen in the form. */
    record Choices(NewsType[] types, List<Option> touchpoints) {}

    /** A webhook that is to be made. */
    record NewPage(PageForm form, Choices choices) {}

    /**
     * One webhook with its log.
     *
     * @param shown the state that the log is filtered by, null for all
     * @param next address of the older messages, null when there are none
     */
    record WebhookPage(
            Row row,
            PageForm form,
            Choices choices,
            List<Message> messages,
            MessageState shown,
            MessageState[] states,
            String next) {

        public WebhookView webhook() {
            return row.webhook();
        }

        public boolean isDisabled() {
            return webhook().state() == WebhookState.DISABLED;
        }
    }

    /**
     * One message with its attempts.
     *
     * @param payload the JSON that is posted in the standard format, with line breaks
     */
    record MessagePage(WebhookView webhook, Message message, String payload, List<Attempt> attempts) {

        public boolean isWaiting() {
            return message.state() == MessageState.WAITING;
        }

        public boolean canReplay() {
            return webhook.state() != WebhookState.DISABLED;
        }
    }

    String list() {
        Map<UUID, Attempts.Health> health = attempts.health(clock.instant());
        return list.data(
                        "page",
                        new ListPage(receivers.shown().stream()
                                .map(webhook -> new Row(webhook, health.get(webhook.id())))
                                .toList()))
                .render();
    }

    String blank(PageForm form) {
        return blank.data("page", new NewPage(form, choices())).render();
    }

    String one(WebhookView webhook, MessageState state, String cursor, PageForm form) {
        Cursor start = Cursor.decode(cursor, 1);
        List<Message> found =
                messages.newestFirst(webhook.id(), state, start == null ? null : start.uuid(0), ON_A_PAGE + 1);
        List<Message> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        return one.data(
                        "page",
                        new WebhookPage(
                                new Row(
                                        webhook,
                                        attempts.health(clock.instant()).get(webhook.id())),
                                form,
                                choices(),
                                shown,
                                state,
                                MessageState.values(),
                                found.size() > ON_A_PAGE ? older(webhook, state, shown.getLast()) : null))
                .render();
    }

    /** The page with why something was not done, and the form as it was. */
    String refused(WebhookView webhook, PageForm refused) {
        return one(webhook, null, null, new PageForm(typed(webhook).typed(), refused.detail(), refused.errors()));
    }

    String message(WebhookView webhook, UUID eventId) {
        Message found = messages.find(webhook.id(), eventId).orElseThrow(NotFound::new);
        return message.data("page", new MessagePage(webhook, found, indented(found.payload()), attempts.of(found.id())))
                .render();
    }

    /** The form as the webhook is now. */
    static PageForm typed(WebhookView webhook) {
        return PageForm.of(Map.of(
                "name", List.of(webhook.name()),
                "url", List.of(webhook.url()),
                "types", webhook.types().stream().map(NewsType::key).toList(),
                "touchpoints", webhook.touchpoints(),
                "format", List.of(webhook.format().name())));
    }

    private Choices choices() {
        return new Choices(
                NewsType.values(),
                touchpoints.all().stream()
                        .map(touchpoint -> new Option(touchpoint.key(), touchpoint.name()))
                        .toList());
    }

    private String indented(String payload) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept of a message cannot be read", e);
        }
    }

    private static String older(WebhookView webhook, MessageState state, Message last) {
        String filter = state == null ? "" : "state=" + state + "&";
        return "/webhooks/" + webhook.id() + "?" + filter + "cursor=" + Cursor.encode(last.id());
    }
}
