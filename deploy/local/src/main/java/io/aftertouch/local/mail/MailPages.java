package io.aftertouch.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Shows the mail: a list, one e-mail, its HTML part shut away in a sandbox, and all of it as JSON. */
final class MailPages implements Handler<HttpServerRequest> {

    private static final int LISTED = 200;
    private static final int SERVED = 500;
    private static final Pattern ONE = Pattern.compile("/mail/messages/(\\d{13}-\\d{5})(/html)?");
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    /** Mail may look as it likes, but runs nothing, fetches nothing, and opens its links in a window of their own. */
    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private static final String STYLE = style();

    private final Mailbox mailbox;
    private final DateTimeFormatter time;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    MailPages(Mailbox mailbox, ZoneId zone) {
        this.mailbox = mailbox;
        this.time =
                DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(zone);
    }

    private static String style() {
        try (InputStream in = MailPages.class.getResourceAsStream("mail.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            request.response().putHeader("Allow", "GET, HEAD");
            page(request, 405, "Only to be read", "Mail is shown here, not changed.", "");
            return;
        }
        String path = request.path();
        Matcher one = ONE.matcher(path);
        Optional<StoredMail> mail = one.matches() ? mailbox.find(one.group(1)) : Optional.empty();
        if (path.equals("/mail") || path.equals("/mail/")) {
            page(
                    request,
                    200,
                    "Local mail",
                    "Every e-mail that Aftertouch sends on this machine is caught here; none leaves it. Newest first.",
                    list(mailbox.newest(LISTED)));
        } else if (path.equals("/mail/mail.css")) {
            answer(request, 200, "text/css; charset=utf-8", PAGE_POLICY, STYLE);
        } else if (path.equals("/mail/api/messages")) {
            answer(request, 200, "application/json", PAGE_POLICY, json(mailbox.newest(SERVED)));
        } else if (mail.isPresent() && one.group(2) == null) {
            page(request, 200, mail.get().subject(), about(mail.get()), view(mail.get()));
        } else if (mail.isPresent() && mail.get().html() != null) {
            answer(
                    request,
                    200,
                    "text/html; charset=utf-8",
                    MAIL_POLICY,
                    inOwnWindow(mail.get().html()));
        } else {
            page(request, 404, "Not found", "There is no such e-mail. <a href=\"/mail\">All mail</a>", "");
        }
    }

    private static String inOwnWindow(String html) {
        return "<base target=\"_blank\">" + html;
    }

    private String json(List<StoredMail> mails) {
        try {
            return json.writeValueAsString(mails);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void page(HttpServerRequest request, int status, String title, String lead, String content) {
        answer(request, status, "text/html; charset=utf-8", PAGE_POLICY, """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s – Aftertouch</title>
                <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/assets/tokens.css">
                <link rel="stylesheet" href="/assets/aftertouch.css">
                <link rel="stylesheet" href="/mail/mail.css">
                </head>
                <body>
                <a class="skip" href="#main">Skip to the content</a>
                <header class="topbar"><a class="logo" href="/">\
                <svg viewBox="0 0 28 18" aria-hidden="true" focusable="false"><path d="M2 9h24M2 5v8M26 5v8"/><circle cx="17" cy="9" r="4.5"/></svg>\
                Aftertouch</a></header>
                <main class="page" id="main">
                <div class="page-head"><h1>%1$s</h1><p class="lead">%2$s</p></div>
                <div class="stack">
                %3$s
                </div>
                </main>
                </body>
                </html>
                """.formatted(
                        Html.escape(title.isBlank() ? "(no subject)" : title), lead, content));
    }

    private static void answer(HttpServerRequest request, int status, String type, String policy, String content) {
        HttpServerResponse response = request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-store");
        response.end(request.method().equals(HttpMethod.HEAD) ? "" : content);
    }

    private String list(List<StoredMail> mails) {
        if (mails.isEmpty()) {
            return """
                    <section class="card empty">
                    <h2>No mail yet</h2>
                    <p>Every e-mail that Aftertouch sends on this machine is caught and shown here; none leaves it.</p>
                    </section>
                    """;
        }
        return """
                <section class="card card--flush">
                <table class="table table--stack">
                <thead><tr role="row"><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Received</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </section>
                """.formatted(mails.stream().map(this::row).collect(Collectors.joining("\n")));
    }

    private String row(StoredMail mail) {
        return """
                <tr role="row"><th scope="row" role="rowheader"><a href="/mail/messages/%s">%s</a></th>\
                <td role="cell" data-label="To">%s</td>\
                <td role="cell" data-label="Received"><time datetime="%s">%s</time></td></tr>""".formatted(
                        mail.id(),
                        Html.escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                        Html.escape(mail.to()),
                        mail.receivedAt(),
                        time.format(mail.receivedAt()));
    }

    private String about(StoredMail mail) {
        return "To %s, received %s. <a href=\"/mail\">All mail</a>"
                .formatted(Html.escape(mail.to()), time.format(mail.receivedAt()));
    }

    private static String view(StoredMail mail) {
        StringBuilder html = new StringBuilder();
        if (mail.html() != null) {
            html.append("""
                    <section class="card" aria-labelledby="html"><h2 id="html">As the customer sees it</h2>
                    <iframe class="mail-html" title="The e-mail as HTML" src="/mail/messages/%s/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></section>
                    """.formatted(mail.id()));
        }
        if (mail.text() != null) {
            html.append("""
                    <section class="card" aria-labelledby="text"><h2 id="text">As text</h2>
                    <pre class="mail-text">%s</pre></section>
                    """.formatted(Html.withLinks(mail.text())));
        }
        String headers = mail.headers().stream()
                .map(header -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                        .formatted(Html.escape(header.name()), Html.escape(header.value())))
                .collect(Collectors.joining("\n"));
        return html.append("""
                <details class="card"><summary>Headers</summary>
                <div class="scroll" tabindex="0" role="region" aria-label="Headers"><table class="table"><tbody>
                %s
                </tbody></table></div></details>
                """.formatted(headers)).toString();
    }
}
