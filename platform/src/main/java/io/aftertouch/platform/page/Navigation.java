package io.aftertouch.platform.page;

import java.time.ZoneId;
import java.util.List;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.aftertouch.platform.access.Caller;

/** What the layout of every page shows around the page. */
@Singleton
@Named("navigation")
public class Navigation {

    /** A headed list of pages. */
    public record Group(String key, String name, List<Item> items) {}

    /** One page; {@code count} is the address of the number beside its name, or null; {@code scope} is what opens it, or null. */
    public record Item(String key, String name, String path, String count, String scope) {

        public boolean isOpenTo(Caller caller) {
            return scope == null || caller.may(scope);
        }
    }

    private final List<Group> groups;
    private final ZoneId zone;

    Navigation(NavigationConfig config, ZoneId zone) {
        this.zone = zone;
        groups = config.groups().stream()
                .map(group -> new Group(
                        group.key(),
                        group.name(),
                        group.items().stream()
                                .map(item -> new Item(
                                        item.key(),
                                        item.name(),
                                        item.path(),
                                        item.count().orElse(null),
                                        item.scope().orElse(null)))
                                .toList()))
                .toList();
    }

    public List<Group> groups() {
        return groups;
    }

    public ZoneId zone() {
        return zone;
    }
}
