package io.aftertouch.local.demo;

import java.util.List;

/** What Nordlys asks about, over the whole journey. */
final class DemoShop {

    private DemoShop() {}

    static final List<DemoTouchpoint> TOUCHPOINTS = List.of(
            touchpoint("guide.read", "Buying guide read", "awareness", "web", DemoScale.CSAT_5, 250, 73, 9),
            touchpoint("store.visit", "Store visit", "consideration", "qr-code", DemoScale.NPS, 370, 50, 17),
            touchpoint("search.used", "Shop search used", "consideration", "web", DemoScale.CES_2, 60, 68, 18),
            touchpoint("checkout.completed", "Checkout completed", "purchase", "web", DemoScale.CES_2, 1_360, 91, 4),
            touchpoint("store.purchase", "Purchase in store", "purchase", "qr-code", DemoScale.CSAT_5, 680, 89, 5),
            touchpoint("click-and-collect", "Click and collect", "purchase", "sms", DemoScale.CSAT_5, 4, 75, 0),
            new DemoTouchpoint(
                    DemoTouchpoint.ORDER_DELIVERED,
                    "Order delivered",
                    "post-purchase",
                    "email",
                    DemoScale.NPS,
                    "Nordlys",
                    820,
                    55,
                    15,
                    true),
            new DemoTouchpoint(
                    DemoTouchpoint.TICKET_CLOSED,
                    "Support ticket closed",
                    "post-purchase",
                    "email",
                    DemoScale.CSAT_5,
                    "Nordlys support",
                    1_050,
                    80,
                    9,
                    true),
            touchpoint("call.ended", "Phone call ended", "post-purchase", "sms", DemoScale.CSAT_5, 480, 81, 10),
            touchpoint("return.refunded", "Return refunded", "post-purchase", "email", DemoScale.CES_2, 330, 84, 9),
            touchpoint("club.joined", "Nordlys Club joined", "loyalty", "email", DemoScale.NPS, 530, 60, 11),
            touchpoint("club.one-year", "One year as a member", "loyalty", "email", DemoScale.NPS, 45, 59, 12));

    private static DemoTouchpoint touchpoint(
            String key,
            String name,
            String stage,
            String channel,
            DemoScale scale,
            int answers,
            int positive,
            int negative) {
        return new DemoTouchpoint(key, name, stage, channel, scale, "Nordlys", answers, positive, negative, false);
    }
}
