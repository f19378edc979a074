package io.aftertouch.local.demo;

/**
 * A touchpoint of Nordlys.
 *
 * @param answers how many in ninety days
 * @param positive share of positive answers, in percent
 * @param negative share of negative answers, in percent
 * @param asksByEmail whether its rule sends e-mail; otherwise the shop shows the link itself
 */
record DemoTouchpoint(
        String key,
        String name,
        String stage,
        String channel,
        DemoScale scale,
        String subject,
        int answers,
        int positive,
        int negative,
        boolean asksByEmail) {

    static final String ORDER_DELIVERED = "order.delivered";
    static final String TICKET_CLOSED = "support.ticket-closed";

    /** Parcels and their return have a carrier. */
    boolean hasCarrier() {
        return key.equals(ORDER_DELIVERED) || key.equals("return.refunded");
    }

    String survey() {
        return key.replace('.', '-');
    }
}
