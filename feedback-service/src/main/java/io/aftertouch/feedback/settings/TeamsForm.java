package io.aftertouch.feedback.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The teams as a form: each with its name and a line per rule, such as {@code order.delivered, country:DK}; {@code *} fits all. A team whose name is
 * taken away goes; empty fields at the end take a new one.
 */
final class TeamsForm {

    private static final String ALL = "*";

    private TeamsForm() {}

    /** One team on the page. */
    record Slot(int number, String heading) {

        public String key() {
            return "teams[" + number + "].key";
        }

        public String name() {
            return "teams[" + number + "].name";
        }

        public String rules() {
            return "teams[" + number + "].rules";
        }
    }

    static Typed of(Versioned<Teams> current) {
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(current.version()));
        List<Team> teams = current.value().teams();
        for (int i = 0; i < teams.size(); i++) {
            Slot slot = new Slot(i, "");
            values.put(slot.key(), teams.get(i).key());
            values.put(slot.name(), teams.get(i).name());
            values.put(
                    slot.rules(),
                    teams.get(i).rules().stream().map(TeamsForm::written).collect(Collectors.joining("\n")));
        }
        values.put("size", Integer.toString(teams.size() + 1));
        return Typed.of(values);
    }

    /** The teams that are there, and an empty one. */
    static List<Slot> slots(Typed typed) {
        return IntStream.range(0, size(typed))
                .mapToObj(number -> new Slot(
                        number,
                        typed.value(new Slot(number, "").key()).isEmpty()
                                ? "New team"
                                : typed.value(new Slot(number, "").name())))
                .toList();
    }

    private static int size(Typed typed) {
        return typed.value("size").matches("\\d{1,2}") ? Integer.parseInt(typed.value("size")) : 1;
    }

    static ChangeTeams read(Typed typed) {
        List<ChangeTeams.TeamWish> teams = new ArrayList<>();
        for (Slot slot : slots(typed)) {
            String name = typed.value(slot.name()).strip();
            boolean empty = name.isEmpty() && typed.lines(slot.rules()).isEmpty();
            boolean dropped = name.isEmpty() && !typed.value(slot.key()).isEmpty();
            if (!empty && !dropped) {
                String key = typed.value(slot.key());
                teams.add(new ChangeTeams.TeamWish(
                        key.isEmpty() ? KeyFrom.name(name, "team") : key,
                        name,
                        typed.lines(slot.rules()).stream().map(TeamsForm::rule).toList()));
            }
        }
        return new ChangeTeams(teams);
    }

    private static String written(Team.Rule rule) {
        String line = Stream.concat(
                        Stream.ofNullable(rule.touchpoint()),
                        rule.segments().entrySet().stream().map(segment -> segment.getKey() + ":" + segment.getValue()))
                .collect(Collectors.joining(", "));
        return line.isEmpty() ? ALL : line;
    }

    private static ChangeTeams.RuleWish rule(String line) {
        String touchpoint = null;
        Map<String, String> segments = new TreeMap<>();
        for (String part : line.split(",")) {
            String[] segment = part.strip().split("\\s*:\\s*", 2);
            if (segment.length == 2) {
                segments.put(segment[0], segment[1]);
            } else if (!segment[0].isEmpty() && !segment[0].equals(ALL)) {
                touchpoint = segment[0];
            }
        }
        return new ChangeTeams.RuleWish(touchpoint, segments);
    }
}
