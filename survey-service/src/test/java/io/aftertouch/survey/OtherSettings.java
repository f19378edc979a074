package io.aftertouch.survey;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * What an installation has to be configured to do: touchpoints are made by their first event, and text messages go to a gateway. One profile for
 * all of it, since the service is started once more for each.
 */
public final class OtherSettings implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "aftertouch.event.auto-create-touchpoints", "true",
                "aftertouch.event.auto-create-stage", "loyalty",
                "aftertouch.event.auto-create-channel", "store");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(SmsGatewayServer.class));
    }
}
