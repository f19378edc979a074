package io.aftertouch.local.gateway;

import java.net.ConnectException;
import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Tells the service who asked and under which address, whatever the request itself claims about that, and answers for a service
 * that is away.
 */
final class Forwarding implements ProxyInterceptor {

    private static final List<String> NOT_FOR_CLIENTS_TO_SAY = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Server",
            "X-Real-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-HTTP-Method",
            "X-Method-Override");

    private final BodyLimit bodyLimit;

    Forwarding(BodyLimit bodyLimit) {
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest client = request.proxiedRequest();
        MultiMap headers = request.headers();
        NOT_FOR_CLIENTS_TO_SAY.forEach(headers::remove);
        headers.set("X-Forwarded-For", client.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        headers.set("X-Forwarded-Host", client.authority().toString());
        if (request.getBody() == null || request.getBody().length() >= 0) {
            return context.sendRequest().recover(failure -> answerFor(request, refusal(failure)));
        }
        LimitedBody body = new LimitedBody(request.getBody().stream(), bodyLimit.of(client.path()));
        request.setBody(Body.body(body));
        return context.sendRequest()
                .recover(
                        failure -> answerFor(request, body.isTooLong() ? Refusal.CONTENT_TOO_LARGE : refusal(failure)));
    }

    private static Refusal refusal(Throwable failure) {
        return failure instanceof ConnectException ? Refusal.UNAVAILABLE : Refusal.NO_ANSWER;
    }

    private static Future<ProxyResponse> answerFor(ProxyRequest request, Refusal refusal) {
        boolean program = Refusal.isProgram(request.proxiedRequest());
        ProxyResponse response = request.release().response().setStatusCode(refusal.status());
        refusal.headers(program).forEach(response::putHeader);
        return Future.succeededFuture(response.setBody(Body.body(Buffer.buffer(refusal.content(program)))));
    }
}
