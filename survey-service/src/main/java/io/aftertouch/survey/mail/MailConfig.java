package io.aftertouch.survey.mail;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where e-mails are handed in, and how they look to mail programs. */
@ConfigMapping(prefix = "aftertouch.mail")
public interface MailConfig {

    /** The mail server. */
    @WithDefault("localhost")
    String host();

    /** The port of the mail server. */
    @WithDefault("25")
    @Min(1)
    @Max(65535)
    int port();

    /** TLS from the first byte, as on port 465. Without it STARTTLS is used wherever the server offers it. */
    @WithDefault("false")
    boolean tls();

    /** The account at the mail server, if it wants one. */
    Optional<String> username();

    Optional<String> password();

    /** How long the mail server may take for one step of taking an e-mail. */
    @WithDefault("PT30S")
    Duration patience();

    /** The address that invitations come from. */
    @WithDefault("survey@localhost")
    @Email
    @NotBlank
    String from();

    /** Where respondents write back to when a colleague has replied to them; the address that invitations come from unless it is said. */
    Optional<@Email String> replyTo();

    /** Where the company says how it handles personal data; named in each mail when there is one. */
    Optional<URI> privacyNotice();
}
