package io.aftertouch.platform.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Settings that follow from others, so that nobody can set one and forget the other. The environment stands above them. */
public final class DerivedSettings implements ConfigSourceFactory {

    private static final int ABOVE_OUR_DEFAULTS = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = settings(
                value(context, "aftertouch.public-address").orElse(""),
                value(context, "aftertouch.oidc.issuer").isPresent());
        return List.of(new PropertiesConfigSource(settings, "derived settings", ABOVE_OUR_DEFAULTS));
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(found -> found.getValue())
                .filter(value -> !value.isBlank());
    }

    static Map<String, String> settings(String publicAddress, boolean openId) {
        Map<String, String> settings = new HashMap<>();
        if (publicAddress.startsWith("https:")) {
            // browsers take a cookie of such a name only from this host, over TLS, for all of its paths
            settings.put("quarkus.http.auth.form.cookie-name", "__Host-aftertouch");
            settings.put("quarkus.oidc.authentication.cookie-force-secure", "true");
            settings.put("quarkus.oidc.authentication.force-redirect-https-scheme", "true");
        }
        settings.put("quarkus.oidc.tenant-enabled", Boolean.toString(openId));
        return settings;
    }
}
