package io.aftertouch.survey.invitation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.aftertouch.survey.invitation.InvitationRepository.Asked;
import io.aftertouch.survey.judging.Asking;
import io.aftertouch.survey.respondent.Respondent;

/** When people were asked or will be, by reference and by address, since the same person may come under another reference. */
final class Askings {

    private final Map<String, List<Asked>> byRef = new HashMap<>();
    private final Map<String, List<Asked>> byEmail = new HashMap<>();
    private final Map<String, List<Asked>> byPhone = new HashMap<>();
    private final Set<UUID> removed = new HashSet<>();

    Askings(Collection<Asked> asked) {
        asked.forEach(this::add);
    }

    void add(Asked asked) {
        note(byRef, asked.ref(), asked);
        note(byEmail, asked.emailContact(), asked);
        note(byPhone, asked.phoneContact(), asked);
    }

    private static void note(Map<String, List<Asked>> by, String name, Asked asked) {
        if (name != null) {
            by.computeIfAbsent(name, unknown -> new ArrayList<>()).add(asked);
        }
    }

    /** This one will not be sent. */
    void remove(UUID invitation) {
        removed.add(invitation);
    }

    /** Each asking once, by whichever way it concerns the person. */
    List<Asking> of(Respondent person) {
        Map<UUID, Asking> found = new LinkedHashMap<>();
        collect(byRef.get(person.ref()), found);
        person.emailContact().ifPresent(email -> collect(byEmail.get(email), found));
        person.phoneContact().ifPresent(phone -> collect(byPhone.get(phone), found));
        return List.copyOf(found.values());
    }

    private void collect(List<Asked> noted, Map<UUID, Asking> into) {
        if (noted != null) {
            noted.stream()
                    .filter(asked -> !removed.contains(asked.id()))
                    .forEach(asked -> into.put(asked.id(), asked.asking()));
        }
    }
}
