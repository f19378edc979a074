package io.aftertouch.survey.invitation;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links of an invitation, built from the configured public address and never from a request. */
@Singleton
public class InvitationLinks {

    private static final Pattern MESSAGE_ID = Pattern.compile(
            "<?(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(-[0-9]{1,9}|-reminder)?@(?<host>[^<>@]+)>?");

    private final String publicAddress;
    private final String host;
    private final InvitationTokens tokens;

    InvitationLinks(@ConfigProperty(name = "aftertouch.public-address") URI publicAddress, InvitationTokens tokens) {
        this.publicAddress = publicAddress.toString().replaceAll("/+$", "");
        this.host = publicAddress.getHost();
        this.tokens = tokens;
    }

    /** Where the question is answered. */
    public URI form(UUID invitation) {
        return URI.create(publicAddress + "/s/" + tokens.token(invitation));
    }

    /** Where the respondent says: do not ask me again. */
    public URI unsubscribe(UUID invitation) {
        return URI.create(publicAddress + "/u/" + tokens.token(invitation));
    }

    /**
     * The same for every attempt to send the invitation, so that mail programs show a repeated one once. Sent again on purpose it is
     * another e-mail with an id of its own, since many mail servers drop what they have seen.
     */
    public String messageId(Invitation invitation) {
        int resends = invitation.resends();
        return messageId(invitation.id() + (resends == 0 ? "" : "-" + resends));
    }

    /** The same for every attempt to send the one reminder. */
    public String reminderId(Invitation invitation) {
        return messageId(invitation.id() + "-reminder");
    }

    private String messageId(String name) {
        return "<" + name + "@" + host + ">";
    }

    /** The invitation that one of our message ids belongs to; empty when it is none of ours. */
    public Optional<UUID> invitationOf(String messageId) {
        Matcher found = MESSAGE_ID.matcher(messageId.strip());
        return found.matches() && found.group("host").equalsIgnoreCase(host)
                ? Optional.of(UUID.fromString(found.group("id")))
                : Optional.empty();
    }
}
