package io.aftertouch.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.aftertouch.local.journey.CountingMailServer;
import io.aftertouch.local.journey.DueInvitations;
import io.aftertouch.local.journey.Senders;
import io.aftertouch.local.journey.Site;

/** How many invitations two instances hand over to a mail server in a second, each of them once. */
final class SendingBenchmark implements Benchmark {

    private static final int COUNT = 10_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Override
    public String about() {
        return "10,000 due invitations sent over SMTP by two instances of survey-service, none of them twice";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        String touchpoint = configure(suite.site());
        try (CountingMailServer mail = CountingMailServer.start(DueInvitations.DOMAIN);
                Senders senders = Senders.insteadOfTheOneOf(suite.running(), mail)) {
            Set<String> due = DueInvitations.make(senders, touchpoint, COUNT);
            report.line("due", "%,d invitations", due.size());
            senders.start("one", Map.of());
            senders.start("two", Map.of());
            awaitAll(mail, due);

            List<CountingMailServer.Taken> taken = mail.taken();
            double seconds = (taken.getLast().nanos() - taken.getFirst().nanos()) / 1e9;
            report.line(
                    "sent",
                    "%,.0f invitations/s: %,d in %.1f s by two instances from their start on, JIT cold",
                    taken.size() / seconds,
                    taken.size(),
                    seconds);
            // from the middle on, both are warm
            CountingMailServer.Taken middle = taken.get(taken.size() / 2);
            report.line(
                    "warm",
                    "%,.0f invitations/s in the second half",
                    taken.size() / 2 / ((taken.getLast().nanos() - middle.nanos()) / 1e9));
            Thread.sleep(3_000); // whoever comes twice would come now
            if (mail.taken().size() != COUNT || !mail.counts().keySet().equals(due)) {
                throw new IllegalStateException(mail.taken().size() + " e-mails came for " + COUNT + " invitations");
            }
            report.line(
                    "doubles", "none: %,d Message-IDs, each once", mail.counts().size());
        }
    }

    private static void awaitAll(CountingMailServer mail, Set<String> due) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (mail.taken().size() < due.size()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + mail.taken().size() + " of " + due.size() + " were sent");
            }
            Thread.sleep(20);
        }
    }

    private static String configure(Site site) {
        site.post(
                "/api/v1/touchpoints",
                Map.of("key", "sending", "name", "Sending", "stage", "post-purchase", "channel", "email"));
        site.post("/api/v1/surveys", Map.of("key", "sending", "metric", "NPS", "subject", "Nordlys"));
        site.post("/api/v1/surveys/sending/publication", Map.of());
        site.post(
                "/api/v1/trigger-rules",
                Map.of("touchpoint", "sending", "survey", "sending", "channels", List.of("EMAIL"), "delay", "PT0S"));
        return "sending";
    }
}
