package io.aftertouch.local.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** What the gateway answers by itself: a problem for programs, a plain page for people. */
enum Refusal {
    SUSPICIOUS_PATH(
            400,
            "suspicious-path",
            "The path holds characters that are not used here",
            "Use the address as it was given."),
    UNKNOWN_HOST(
            421,
            "unknown-host",
            "This is not the address of this site",
            "Open it as localhost, at the port it was started with."),
    NOT_FOUND(404, "not-found", "Not found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed", "This address is only read."),
    CONTENT_TOO_LARGE(413, "content-too-large", "The body is too large", "Send less in one request."),
    UNAVAILABLE(
            503,
            "unavailable",
            "Not available right now",
            "This part is starting or was stopped. Try again in a moment."),
    NO_ANSWER(
            502,
            "no-answer",
            "The answer was lost",
            "This part ended while it was answering, so the request may or may not have had its effect. Try again in a moment.");

    private static final String RETRY_SECONDS = "2";

    private final int status;
    private final String slug;
    private final String title;
    private final String advice;

    Refusal(int status, String slug, String title, String advice) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.advice = advice;
    }

    int status() {
        return status;
    }

    Map<String, String> headers(boolean program) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Type", program ? "application/problem+json" : "text/html; charset=utf-8");
        if (!program) {
            headers.put(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        }
        if (status >= 500) {
            headers.put("Retry-After", RETRY_SECONDS);
        }
        if (this == CONTENT_TOO_LARGE) {
            headers.put("Connection", "close");
        }
        return headers;
    }

    String content(boolean program) {
        return program ? problem().encode() : page();
    }

    static boolean isProgram(HttpServerRequest request) {
        return request.path() != null && request.path().startsWith("/api/");
    }

    void send(HttpServerRequest request) {
        boolean program = isProgram(request);
        HttpServerResponse response = request.response().setStatusCode(status);
        headers(program).forEach(response::putHeader);
        response.end(content(program));
    }

    private JsonObject problem() {
        return new JsonObject()
                .put("type", "/problems/" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", advice);
    }

    private String page() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s – Aftertouch</title>
                <link rel="stylesheet" href="/assets/tokens.css">
                <link rel="stylesheet" href="/assets/aftertouch.css">
                </head>
                <body>
                <main class="page">
                <h1>%1$s</h1>
                <p class="lead">%2$s</p>
                <p><a href="/">Overview</a></p>
                </main>
                </body>
                </html>
                """.formatted(title, advice);
    }
}
