package io.aftertouch.score.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

import io.aftertouch.platform.webhook.Reach;
import io.aftertouch.platform.webhook.UnsafeTarget;
import io.aftertouch.platform.webhook.WebhookClient;

/** Where webhooks may lead: public addresses over https, and the hosts that the operator allows. */
@Singleton
class Targets {

    private final Set<String> allowed;

    Targets(WebhookConfig config) {
        this.allowed = config.allowedHosts().orElse(Set.of());
    }

    /**
     * Looks the host up, so not within a transaction.
     *
     * @throws UrlRefused when it is no URL, or leads where no webhook may lead; what it resolves to is looked at again before each message
     */
    URI checked(String url) {
        try {
            URI target = new URI(url);
            WebhookClient.check(target, reach(target));
            return target;
        } catch (URISyntaxException e) {
            throw new UrlRefused("must be a URL, as https://crm.example.com/aftertouch");
        } catch (UnknownHostException e) {
            throw new UrlRefused("must name a host that can be found");
        } catch (UnsafeTarget e) {
            throw new UrlRefused("is refused: " + e.getMessage());
        }
    }

    Reach reach(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return allowed.contains(host) || allowed.contains(host + ":" + url.getPort()) ? Reach.ANYWHERE : Reach.PUBLIC;
    }
}
