package io.aftertouch.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A small OpenID provider with a real key, at which freja is signed in and belongs to a team. */
public final class OpenIdServer implements QuarkusTestResourceLifecycleManager {

    private static final RsaJsonWebKey KEY = key();
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        return Map.of(
                "aftertouch.oidc.issuer", issuer(),
                "aftertouch.oidc.client-secret", "of-a-client",
                "aftertouch.oidc.name", "Nordlys",
                "aftertouch.oidc.roles-claim", "company/teams",
                "aftertouch.oidc.roles.editor", "cx-team,research");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange request) throws IOException {
        switch (request.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> json(request, configuration());
            case "/keys" -> json(request, Map.of("keys", List.of(KEY.toParams(OutputControlLevel.PUBLIC_ONLY))));
            case "/authorize" -> authorize(request);
            case "/token" ->
                json(request, tokens(form(new String(request.getRequestBody().readAllBytes()))));
            default -> request.sendResponseHeaders(404, -1);
        }
        request.close();
    }

    private Map<String, Object> configuration() {
        return Map.of(
                "issuer", issuer(),
                "jwks_uri", issuer() + "/keys",
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "end_session_endpoint", issuer() + "/end");
    }

    private void authorize(HttpExchange request) throws IOException {
        Map<String, String> wish = form(request.getRequestURI().getRawQuery());
        String code = "code-" + nonces.size();
        nonces.put(code, wish.get("nonce"));
        request.getResponseHeaders()
                .set("Location", wish.get("redirect_uri") + "?code=" + code + "&state=" + wish.get("state"));
        request.sendResponseHeaders(302, -1);
    }

    private Map<String, Object> tokens(Map<String, String> wish) {
        JwtClaims claims = claims(issuer(), "aftertouch", List.of("cx-team", "admin"));
        claims.setClaim("nonce", nonces.remove(wish.get("code")));
        String token = signed(claims, KEY);
        return Map.of("id_token", token, "access_token", token, "refresh_token", "again", "token_type", "Bearer");
    }

    private static void json(HttpExchange request, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        request.getResponseHeaders().set("Content-Type", "application/json");
        request.sendResponseHeaders(200, bytes.length);
        request.getResponseBody().write(bytes);
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a));
    }

    /** What the provider says of somebody, good for a minute. */
    static JwtClaims claims(String audience, List<String> teams) {
        return claims(ConfigProvider.getConfig().getValue("aftertouch.oidc.issuer", String.class), audience, teams);
    }

    private static JwtClaims claims(String issuer, String audience, List<String> teams) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject("0001");
        claims.setClaim("preferred_username", "freja");
        claims.setClaim("company", Map.of("teams", teams));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        return claims;
    }

    static String signed(JwtClaims claims) {
        return signed(claims, KEY);
    }

    static String signedBySomebodyElse(JwtClaims claims) {
        return signed(claims, key());
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getRsaPrivateKey());
        signature.setKeyIdHeaderValue("key");
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("key");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
