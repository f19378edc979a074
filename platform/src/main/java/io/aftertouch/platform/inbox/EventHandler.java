package io.aftertouch.platform.inbox;

import java.util.List;

/** What a service does with events that are new to it, inside the transaction that also remembers them. */
@FunctionalInterface
public interface EventHandler {

    void handle(List<ReceivedEvent> fresh);
}
