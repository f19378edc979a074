package io.aftertouch.survey.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The gateway that turns what is posted to it into text messages. Without a URL there is no such channel. */
@ConfigMapping(prefix = "aftertouch.webhook-channel")
interface SmsConfig {

    /** Where messages are posted to. */
    Optional<URI> url();

    /** What they are signed with: {@code whsec_} and 24 to 64 bytes in base64. */
    Optional<String> secret();

    /** How long the gateway may take for one message. */
    @WithDefault("PT15S")
    Duration patience();

    /** Whether the gateway may be in one's own network, and without TLS. */
    @WithDefault("false")
    boolean allowPrivateNetwork();
}
