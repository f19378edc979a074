package io.aftertouch.survey.mail;

import java.net.URI;
import java.util.Optional;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How invitations look to mail programs. */
@ConfigMapping(prefix = "aftertouch.mail")
public interface MailConfig {

    /** The address that invitations come from. */
    @WithDefault("survey@localhost")
    @Email
    @NotBlank
    String from();

    /** Where the company says how it handles personal data; named in each mail when there is one. */
    Optional<URI> privacyNotice();
}
