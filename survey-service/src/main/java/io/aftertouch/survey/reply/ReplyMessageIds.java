package io.aftertouch.survey.reply;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Message-IDs of replies: the same for every attempt to send one, so that mail programs show a repeated one once. */
@Singleton
class ReplyMessageIds {

    private static final Pattern OURS =
            Pattern.compile("<?reply-(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})@(?<host>[^<>@]+)>?");

    private final String host;

    ReplyMessageIds(@ConfigProperty(name = "aftertouch.public-address") URI publicAddress) {
        this.host = publicAddress.getHost();
    }

    String of(UUID reply) {
        return "<reply-" + reply + "@" + host + ">";
    }

    /** The reply that a Message-ID belongs to; empty when it is none of ours. */
    Optional<UUID> reply(String messageId) {
        Matcher found = OURS.matcher(messageId.strip());
        return found.matches() && found.group("host").equalsIgnoreCase(host)
                ? Optional.of(UUID.fromString(found.group("id")))
                : Optional.empty();
    }
}
