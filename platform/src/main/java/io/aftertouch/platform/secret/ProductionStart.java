package io.aftertouch.platform.secret;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.runtime.Quarkus;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts a service. In production it first looks whether its secrets are any, before a connection is opened or a table is touched. */
public final class ProductionStart {

    private static final String PRODUCTION = "prod";
    private static final String LOG_MANAGER = "org.jboss.logmanager.LogManager";

    /** Those of every service. */
    private static final List<SecretSetting> COMMON = List.of(
            SecretSetting.key("aftertouch.session-key"),
            SecretSetting.password("quarkus.datasource.password"),
            SecretSetting.passwordOf("aftertouch.oidc.issuer", "aftertouch.oidc.client-secret"));

    private ProductionStart() {}

    /** @param own what else this service keeps secret */
    public static void run(String[] arguments, SecretSetting... own) {
        // whoever reads the configuration logs, and the first one to log decides for all who writes the log
        System.setProperty("java.util.logging.manager", LOG_MANAGER);
        SmallRyeConfig settings = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        if (settings.getProfiles().contains(PRODUCTION)) {
            List<String> flaws = Stream.concat(COMMON.stream(), Stream.of(own))
                    .flatMap(secret -> secret.flaw(name -> value(settings, name)).stream())
                    .toList();
            if (!flaws.isEmpty()) {
                refuse(settings.getValue("quarkus.application.name", String.class), flaws);
            }
        }
        Quarkus.run(arguments);
    }

    private static Optional<String> value(SmallRyeConfig settings, String name) {
        return settings.getOptionalValue(name, String.class);
    }

    /** Whoever started it reads this, so it is a sentence and not a stack trace. */
    private static void refuse(String service, List<String> flaws) {
        System.err.println(service + " does not start: it would not be safe.");
        flaws.forEach(flaw -> System.err.println("  " + flaw));
        System.exit(1);
    }
}
