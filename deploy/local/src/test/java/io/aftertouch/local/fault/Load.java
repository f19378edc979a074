package io.aftertouch.local.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.local.fault.Doors.Service;

/**
 * Clients of the suite that go on whatever happens to it: they post events, answer, work on cases, repeat themselves, and ask again when they get no
 * answer. All that they do stands in the ledger.
 */
final class Load {

    /** How often somebody asks again who got no answer, or was told to come back. */
    private static final int MOST_TRIES = 40;

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(500);
    /** Until feedback-service has heard of an invitation. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(1_500);

    private final Scene scene;
    private final Doors doors;
    private final Ledger ledger;
    private final Duration pause;
    private final int leavers;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Waiting<Invited>> invited = new ConcurrentLinkedQueue<>();
    private final Queue<Waiting<Call>> again = new ConcurrentLinkedQueue<>();
    private final Set<UUID> knownInvitations = ConcurrentHashMap.newKeySet();
    private final Queue<UUID> newCases = new ConcurrentLinkedQueue<>();
    private final Set<UUID> knownCases;
    private final Queue<String> people = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean going = true;

    private record Waiting<T>(T what, Instant from) {}

    private record Invited(UUID invitation, String token, String touchpoint, String ref) {}

    /** One thing to ask for, however often. */
    private record Call(Act act, Service service, String method, String path, Object body, int tries) {

        Call onceMore() {
            return new Call(act, service, method, path, body, tries + 1);
        }
    }

    private Load(Scene scene, Doors doors, Ledger ledger, Duration pause, int leavers, Set<UUID> knownCases) {
        this.scene = scene;
        this.doors = doors;
        this.ledger = ledger;
        this.pause = pause;
        this.leavers = leavers;
        this.knownCases = knownCases;
    }

    /**
     * Lets clients loose.
     *
     * @param pause of each after each call
     * @param leavers how many people are erased, in the whole ledger: looking for what is left of one means to look through everything
     * @param knownCases those that somebody works on, in any load: nobody works on the case of another one
     */
    static Load start(
            Scene scene, Doors doors, Ledger ledger, int clients, Duration pause, int leavers, Set<UUID> knownCases) {
        Load load = new Load(scene, doors, ledger, pause, leavers, knownCases);
        for (int i = 0; i < clients; i++) {
            load.clients.add(Thread.ofPlatform().daemon().name("client-" + i).start(load::go));
        }
        return load;
    }

    /** Nothing new is begun; what got no answer is asked for until it gets one, or too often. */
    void end() {
        going = false;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void go() {
        while (going || !again.isEmpty()) {
            Optional<Call> due = due(again);
            if (due.isPresent()) {
                make(due.get());
            } else if (going) {
                somethingNew();
            }
            sleep(pause);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Optional<T> due(Queue<Waiting<T>> queue) {
        Waiting<T> first = queue.poll();
        if (first == null) {
            return Optional.empty();
        }
        if (first.from().isAfter(Instant.now())) {
            queue.add(first);
            return Optional.empty();
        }
        return Optional.of(first.what());
    }

    private void somethingNew() {
        int dice = ThreadLocalRandom.current().nextInt(100);
        if (dice < 30) {
            event();
        } else if (dice < 60) {
            answerOfOtherSystem();
        } else if (dice < 85) {
            due(invited).ifPresentOrElse(this::answerToInvitation, this::answerOfOtherSystem);
        } else if (dice < 99) {
            work();
        } else {
            erase();
        }
    }

    private void make(Call call) {
        String key = call.act().isKeyed() ? run + "/" + call.act().name().replace(' ', '-') : null;
        Deed deed =
                ledger.call(call.act(), () -> doors.call(call.service(), call.method(), call.path(), call.body(), key));
        Deed.Result result = deed.results().getLast();
        if (result.isYes()) {
            follow(call, result.body());
        } else if (call.tries() < MOST_TRIES && (result.isOpen() || isTooEarly(call, result))) {
            again.add(new Waiting<>(call.onceMore(), Instant.now().plus(BEFORE_ASKING_AGAIN)));
        }
    }

    private static boolean isTooEarly(Call call, Deed.Result result) {
        return result.status() == 429
                || result.status() == 404 && call.act() instanceof Act.Said said && said.invitation() != null;
    }

    /** Every tenth is asked for once more although it was answered, at once or by chance at another instance. */
    private void follow(Call call, JsonNode answer) {
        if (call.tries() == 0 && ThreadLocalRandom.current().nextInt(10) == 0 && isHarmlessAgain(call.act())) {
            again.add(new Waiting<>(call.onceMore(), Instant.now()));
        }
        switch (call.act()) {
            case Act.Happened happened -> remember(happened, answer);
            case Act.Said said -> {}
            case Act.Worked worked -> goOn(worked);
            case Act.Erased erased -> happensToNobody(erased.ref());
        }
    }

    private static boolean isHarmlessAgain(Act act) {
        return !(act instanceof Act.Worked worked) || worked.isKeyed();
    }

    // events

    private void event() {
        boolean byMail = ThreadLocalRandom.current().nextBoolean();
        String known = ThreadLocalRandom.current().nextInt(6) == 0 ? people.poll() : null;
        String ref = known == null ? "p-" + run + "-" + numbers.incrementAndGet() : known;
        people.add(ref);
        event(
                "e-" + run + "-" + numbers.incrementAndGet(),
                byMail ? scene.mailTouchpoint() : scene.linkTouchpoint(),
                ref);
    }

    private void event(String id, String touchpoint, String ref) {
        Map<String, Object> body = Map.of(
                "id",
                id,
                "source",
                Scene.SOURCE,
                "touchpoint",
                touchpoint,
                "occurredAt",
                Instant.now().toString(),
                "respondent",
                Map.of("ref", ref, "email", ref + "@" + Scene.DOMAIN, "locale", "da"),
                "segments",
                segments());
        boolean keyed = ThreadLocalRandom.current().nextBoolean();
        make(new Call(new Act.Happened(id, touchpoint, ref, keyed), Service.SURVEY, "POST", "/api/v1/events", body, 0));
    }

    private static Map<String, String> segments() {
        return Map.of(
                "country",
                "DK",
                "plan",
                List.of("free", "plus", "pro").get(ThreadLocalRandom.current().nextInt(3)));
    }

    private void remember(Act.Happened happened, JsonNode answer) {
        for (JsonNode decision : answer.path("decisions")) {
            String link = decision.at("/invitation/link").asText("");
            if (!link.isEmpty()) {
                UUID invitation = UUID.fromString(decision.at("/invitation/id").asText());
                String token = link.substring(link.lastIndexOf('/') + 1);
                if (knownInvitations.add(invitation)) {
                    invited.add(new Waiting<>(
                            new Invited(invitation, token, happened.touchpoint(), happened.ref()),
                            Instant.now().plus(ON_ITS_WAY)));
                }
            }
        }
    }

    // answers

    private void answerToInvitation(Invited to) {
        int score = score(to.touchpoint());
        String comment = "Said to " + to.invitation();
        Map<String, Object> body = Map.of("invitation", to.token(), "score", score, "comment", comment);
        Act.Said said = new Act.Said(to.invitation(), null, to.touchpoint(), score, comment, to.ref(), keyed());
        make(new Call(said, Service.FEEDBACK, "POST", "/api/v1/responses", body, 0));
    }

    private void answerOfOtherSystem() {
        answerOfOtherSystem("p-" + run + "-" + numbers.incrementAndGet());
    }

    private void answerOfOtherSystem(String ref) {
        String id = "a-" + run + "-" + numbers.incrementAndGet();
        String touchpoint = ThreadLocalRandom.current().nextBoolean() ? scene.mailTouchpoint() : scene.linkTouchpoint();
        int score = score(touchpoint);
        String comment = "Said as " + id;
        Map<String, Object> body = new HashMap<>(Map.of(
                "source", Scene.SOURCE,
                "id", id,
                "survey", Scene.survey(touchpoint),
                "touchpoint", touchpoint,
                "score", score,
                "comment", comment,
                "respondentRef", ref,
                "segments", segments()));
        Act.Said said = new Act.Said(null, id, touchpoint, score, comment, ref, keyed());
        make(new Call(said, Service.FEEDBACK, "POST", "/api/v1/responses", body, 0));
    }

    private static boolean keyed() {
        return ThreadLocalRandom.current().nextInt(3) == 0;
    }

    private int score(String touchpoint) {
        var random = ThreadLocalRandom.current();
        return touchpoint.equals(scene.mailTouchpoint()) ? random.nextInt(11) : 1 + random.nextInt(5);
    }

    // cases

    private void work() {
        UUID reviewCase = newCases.poll();
        if (reviewCase == null) {
            look();
        } else {
            step(new Act.Worked(reviewCase, Act.Worked.Step.TAKEN, null));
        }
    }

    /** People look at the inbox and remember whom they will work for: nobody who is about to be forgotten. */
    private void look() {
        for (String touchpoint : scene.touchpoints()) {
            Deed.Result page = doors.call(
                    Service.FEEDBACK,
                    "GET",
                    "/api/v1/review-cases?state=NEW&limit=20&touchpoint=" + touchpoint,
                    null,
                    null);
            if (page.isYes()) {
                for (JsonNode item : page.body().path("items")) {
                    UUID id = UUID.fromString(item.path("id").asText());
                    if (!item.toString().contains("\"l-") && knownCases.add(id)) {
                        newCases.add(id);
                    }
                }
            }
        }
    }

    private void goOn(Act.Worked worked) {
        switch (worked.step()) {
            case TAKEN ->
                step(new Act.Worked(worked.reviewCase(), Act.Worked.Step.NOTED, "Noted for " + worked.reviewCase()));
            case NOTED -> {
                if (ThreadLocalRandom.current().nextBoolean()) {
                    step(new Act.Worked(worked.reviewCase(), Act.Worked.Step.RESOLVED, null));
                }
            }
            case RESOLVED -> {}
        }
    }

    private void step(Act.Worked worked) {
        String path = "/api/v1/review-cases/" + worked.reviewCase();
        make(
                switch (worked.step()) {
                    case TAKEN -> new Call(worked, Service.FEEDBACK, "POST", path + "/take", null, 0);
                    case NOTED ->
                        new Call(worked, Service.FEEDBACK, "POST", path + "/notes", Map.of("text", worked.text()), 0);
                    case RESOLVED ->
                        new Call(
                                worked,
                                Service.FEEDBACK,
                                "POST",
                                path + "/resolution",
                                Map.of("reason", "EXPLAINED", "rootCause", "Faults"),
                                0);
                });
    }

    // erasures

    /** Somebody comes, is invited, answers, and wants to be forgotten. */
    private void erase() {
        if (ledger.leavers().size() >= leavers) {
            return;
        }
        String ref = "l-" + run + "-" + UUID.randomUUID();
        event("e-" + run + "-" + numbers.incrementAndGet(), scene.linkTouchpoint(), ref);
        answerOfOtherSystem(ref);
        make(new Call(new Act.Erased(ref), Service.SURVEY, "DELETE", "/api/v1/respondents/" + ref, null, 0));
    }

    /** What happens to somebody who was erased must leave nothing behind. */
    private void happensToNobody(String ref) {
        event(Act.Happened.NOBODY + run + "-" + numbers.incrementAndGet(), scene.linkTouchpoint(), ref);
    }
}
