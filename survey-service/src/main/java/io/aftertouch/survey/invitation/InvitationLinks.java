package io.aftertouch.survey.invitation;

import java.net.URI;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links of an invitation, built from the configured public address and never from a request. */
@Singleton
public class InvitationLinks {

    private final String publicAddress;
    private final InvitationTokens tokens;

    InvitationLinks(@ConfigProperty(name = "aftertouch.public-address") URI publicAddress, InvitationTokens tokens) {
        this.publicAddress = publicAddress.toString().replaceAll("/+$", "");
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

    /** The same for every attempt to send the invitation, so that mail programs show a repeated one once. */
    public String messageId(UUID invitation) {
        return "<" + invitation + "@" + URI.create(publicAddress).getHost() + ">";
    }
}
