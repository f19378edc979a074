package io.aftertouch.survey.apikey;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What an installation starts with. */
@ConfigMapping(prefix = "aftertouch.bootstrap")
interface BootstrapConfig {

    /** An API key with all scopes, {@code atk_<id>_<43 characters>}, that is made at the start when it is not there. */
    Optional<String> apiKey();
}
