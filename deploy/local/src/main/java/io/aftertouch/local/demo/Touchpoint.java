package io.aftertouch.local.demo;

/** The moments at which Nordlys asks its customers, each with its survey. */
enum Touchpoint {
    GUIDE_READ(
            "guide.read",
            "Buying guide read",
            Stage.AWARENESS,
            "web",
            new Survey("guide", Scale.CSAT_7, "Nordlys Guide", "Buying guides"),
            "guide",
            20,
            new Mood(0.09, 0.18),
            Rhythm.WEB),
    STORE_VISITED(
            "store.visited",
            "Store visit",
            Stage.CONSIDERATION,
            "qr",
            new Survey("store-visit", Scale.NPS, "Nordlys", "Store visit"),
            "store",
            30,
            new Mood(0.16, 0.33),
            Rhythm.SHOPS),
    SEARCH_USED(
            "search.used",
            "Shop search used",
            Stage.CONSIDERATION,
            "web",
            new Survey("search", Scale.CES_2, "Nordlys Search", "Shop search"),
            "search",
            5,
            new Mood(0.18, 0.14),
            Rhythm.WEB),
    CHECKOUT_COMPLETED(
            "checkout.completed",
            "Checkout completed",
            Stage.PURCHASE,
            "web",
            new Survey("checkout", Scale.CES_2, "Nordlys", "Checkout"),
            "checkout",
            100,
            new Mood(0.045, 0.05),
            Rhythm.WEB),
    STORE_PURCHASED(
            "store.purchased",
            "Purchase in store",
            Stage.PURCHASE,
            "qr",
            new Survey("store-purchase", Scale.CSAT_5, "Nordlys", "Purchase in store"),
            "store",
            52,
            new Mood(0.05, 0.06),
            Rhythm.SHOPS),
    /** Opened five days ago. */
    ORDER_COLLECTED(
            "order.collected",
            "Click and collect",
            Stage.PURCHASE,
            "sms",
            new Survey("click-and-collect", Scale.CSAT_5, "Nordlys", "Click and collect"),
            "store",
            5,
            new Mood(0.1, 0.1),
            Rhythm.SHOPS),
    ORDER_DELIVERED(
            "order.delivered",
            "Order delivered",
            Stage.POST_PURCHASE,
            "email",
            new Survey("delivery", Scale.NPS, "Nordlys", "Delivery"),
            "delivery",
            78,
            new Mood(0.12, 0.26),
            Rhythm.PARCELS),
    RETURN_REFUNDED(
            "order.return-refunded",
            "Return refunded",
            Stage.POST_PURCHASE,
            "email",
            new Survey("refund", Scale.CES_2, "Nordlys", "Returns"),
            "returns",
            26,
            new Mood(0.09, 0.07),
            Rhythm.SUPPORT),
    CALL_ENDED(
            "support.call-ended",
            "Phone call ended",
            Stage.POST_PURCHASE,
            "sms",
            new Survey("phone", Scale.CSAT_5, "Nordlys Support", "Support by phone"),
            "support",
            38,
            new Mood(0.1, 0.09),
            Rhythm.SUPPORT),
    TICKET_CLOSED(
            "support.ticket-closed",
            "Support ticket closed",
            Stage.POST_PURCHASE,
            "email",
            new Survey("ticket", Scale.CSAT_5, "Nordlys Support", "Support by e-mail"),
            "support",
            96,
            new Mood(0.09, 0.09),
            Rhythm.SUPPORT),
    CLUB_JOINED(
            "club.joined",
            "Nordlys Club joined",
            Stage.LOYALTY,
            "email",
            new Survey("club-welcome", Scale.NPS, "Nordlys Club", "Nordlys Club, welcome"),
            "club",
            40,
            new Mood(0.11, 0.28),
            Rhythm.WEB),
    CLUB_ONE_YEAR(
            "club.one-year",
            "One year as a member",
            Stage.LOYALTY,
            "email",
            new Survey("club-year", Scale.NPS, "Nordlys Club", "Nordlys Club, after a year"),
            "club",
            4,
            new Mood(0.12, 0.29),
            Rhythm.WEB);

    /** What a touchpoint asks. */
    record Survey(String key, Scale scale, String subject, String title) {}

    private static final int DAYS_OF_CLICK_AND_COLLECT = 5;

    private final String key;
    private final String title;
    private final Stage stage;
    private final String channel;
    private final Survey survey;
    private final String topic;
    private final double answersPerWeek;
    private final Mood mood;
    private final Rhythm rhythm;

    Touchpoint(
            String key,
            String title,
            Stage stage,
            String channel,
            Survey survey,
            String topic,
            double answersPerWeek,
            Mood mood,
            Rhythm rhythm) {
        this.key = key;
        this.title = title;
        this.stage = stage;
        this.channel = channel;
        this.survey = survey;
        this.topic = topic;
        this.answersPerWeek = answersPerWeek;
        this.mood = mood;
        this.rhythm = rhythm;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    Stage stage() {
        return stage;
    }

    String channel() {
        return channel;
    }

    Survey survey() {
        return survey;
    }

    /** What comments are about. */
    String topic() {
        return topic;
    }

    double answersPerWeek() {
        return answersPerWeek;
    }

    Mood mood() {
        return mood;
    }

    Rhythm rhythm() {
        return rhythm;
    }

    /** Whether people got here so many days ago already. */
    boolean existed(long daysAgo) {
        return this != ORDER_COLLECTED || daysAgo < DAYS_OF_CLICK_AND_COLLECT;
    }

    boolean concerns(Customer customer) {
        return stage != Stage.LOYALTY || customer.plan().equals("club");
    }

    boolean hasParcel() {
        return this == ORDER_DELIVERED || this == RETURN_REFUNDED;
    }
}
