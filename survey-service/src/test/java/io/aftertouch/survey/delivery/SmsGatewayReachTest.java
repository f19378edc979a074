package io.aftertouch.survey.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.webhook.WebhookClient;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.SmsGatewayServer;
import io.aftertouch.survey.mail.Handover;
import io.aftertouch.survey.survey.Language;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** As it is configured unless somebody says otherwise, the gateway lies in the public internet and behind TLS, or gets nothing. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class SmsGatewayReachTest {

    @Inject
    WebhookClient client;

    @Inject
    ObjectMapper json;

    @Inject
    SmsWordings wordings;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost",
                "https://[::1]",
                "https://[::ffff:127.0.0.1]",
                "http://127.0.0.1"
            })
    void nothingIsPostedIntoOnesOwnNetworkAndTheMessageWaits(String host) throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Handover handover = gateway(host + ":" + inside.getLocalPort() + "/messages", SmsGatewayServer.SECRET)
                    .handOver(message());

            assertThat(handover).isInstanceOf(Handover.NotNow.class);
            inside.setSoTimeout(100);
            assertThatThrownBy(inside::accept).as("nobody called").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest",
                "https://10.0.0.1/",
                "ftp://gateway.example/",
                "http://gateway.example/"
            })
    void whatIsNoPublicAddressBehindTlsIsRefusedAtOnce(String url) {
        assertThat(gateway(url, SmsGatewayServer.SECRET).handOver(message())).isInstanceOf(Handover.NotNow.class);
    }

    @Test
    void nothingIsEverSentUnsigned() {
        assertThatThrownBy(() -> gateway("https://gateway.example/", "too short"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aftertouch.webhook-channel.secret");
    }

    private SmsGateway gateway(String url, String secret) {
        return new SmsGateway(client, json, wordings, new Usual(Optional.of(URI.create(url)), Optional.of(secret)));
    }

    private static Dispatch.Text message() {
        UUID invitation = UUID.randomUUID();
        return new Dispatch.Text(
                invitation.toString(),
                invitation,
                false,
                "+4512345678",
                Language.DA,
                "Nordlys",
                "survey",
                "support.closed",
                URI.create("https://example.com/s/TOKEN"),
                URI.create("https://example.com/u/TOKEN"));
    }

    private record Usual(Optional<URI> url, Optional<String> secret) implements SmsConfig {

        @Override
        public Duration patience() {
            return Duration.ofSeconds(5);
        }

        @Override
        public boolean allowPrivateNetwork() {
            return false;
        }
    }
}
