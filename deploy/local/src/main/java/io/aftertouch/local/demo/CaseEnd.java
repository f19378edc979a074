package io.aftertouch.local.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How far the team of Nordlys got with a case.
 *
 * @param note for colleagues; null for none
 * @param outcome how it ended, and {@code rootCause} why it happened; null unless it is resolved
 */
record CaseEnd(State state, String note, String outcome, String rootCause) {

    /** How many of the latest cases are still open. */
    static final int OPEN = 34;

    /** Where a case stands. */
    enum State {
        NEW,
        IN_PROGRESS,
        WAITING,
        RESOLVED
    }

    private static final List<String> OUTCOMES = List.of(
            "PUT_RIGHT",
            "PUT_RIGHT",
            "PUT_RIGHT",
            "EXPLAINED",
            "EXPLAINED",
            "EXPLAINED",
            "NOT_OUR_DOING",
            "UNREACHABLE");
    private static final int WITH_NOTE = 20;

    /** For the id of each negative answer, what became of its case. The latest are open, as when a team works them off in order. */
    static Map<String, CaseEnd> of(List<Answer> answers, Story story) {
        Random random = story.chance("cases");
        List<Answer> latestFirst = answers.stream()
                .filter(answer -> answer.band() == Band.NEGATIVE)
                .sorted(Comparator.comparing(Answer::answeredAt).reversed())
                .toList();
        Map<String, CaseEnd> ends = new HashMap<>();
        for (int i = 0; i < latestFirst.size(); i++) {
            Answer answer = latestFirst.get(i);
            ends.put(answer.id(), i < OPEN ? open(i, answer, random) : resolved(answer, random));
        }
        return ends;
    }

    private static CaseEnd open(int place, Answer answer, Random random) {
        if (place % 4 == 3) {
            return new CaseEnd(State.IN_PROGRESS, place % 8 == 3 ? note(answer, random) : null, null, null);
        }
        if (place % 11 == 10) {
            return new CaseEnd(State.WAITING, "Wrote to the customer, waiting for the order number.", null, null);
        }
        return new CaseEnd(State.NEW, place % 9 == 4 ? note(answer, random) : null, null, null);
    }

    private static CaseEnd resolved(Answer answer, Random random) {
        return new CaseEnd(
                State.RESOLVED,
                random.nextInt(100) < WITH_NOTE ? note(answer, random) : null,
                one(OUTCOMES, random),
                one(causes(touchpoint(answer)), random));
    }

    private static String note(Answer answer, Random random) {
        List<String> notes = new ArrayList<>(List.of(
                "Called, no answer. Will try again tomorrow morning.",
                "Same customer as last month, see the earlier answers.",
                "Apologised and sent a voucher.",
                "Asked the shift lead who was on duty."));
        if (touchpoint(answer).hasParcel()) {
            notes.add("Asked the carrier where the parcel is.");
            notes.add("Second case with this pick-up point this week.");
        }
        return one(notes, random);
    }

    private static List<String> causes(Touchpoint touchpoint) {
        return switch (touchpoint) {
            case ORDER_DELIVERED, ORDER_COLLECTED ->
                List.of(
                        "Carrier: late",
                        "Carrier: wrong pick-up point",
                        "Packaging",
                        "Information",
                        "Wrong item packed");
            case RETURN_REFUNDED ->
                List.of("Refund: slow bank run", "Refund: fee wrongly charged", "Carrier: lost return");
            case TICKET_CLOSED, CALL_ENDED ->
                List.of("Waiting time", "Closed too early", "Canned answer", "Information", "No call back");
            case CHECKOUT_COMPLETED ->
                List.of("Payment provider", "Shipping cost shown late", "Basket lost at sign-in");
            case STORE_VISITED, STORE_PURCHASED -> List.of("Too few people in the shop", "Price label", "Out of stock");
            case GUIDE_READ, SEARCH_USED -> List.of("Outdated content", "Size chart", "Search filters");
            case CLUB_JOINED, CLUB_ONE_YEAR -> List.of("Member price at the till", "Points", "Too many mails");
        };
    }

    private static Touchpoint touchpoint(Answer answer) {
        return List.of(Touchpoint.values()).stream()
                .filter(one -> one.key().equals(answer.touchpoint()))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T one(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
