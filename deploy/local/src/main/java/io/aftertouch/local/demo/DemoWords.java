package io.aftertouch.local.demo;

import java.util.List;
import java.util.Map;

/** What customers write, in their language. */
final class DemoWords {

    private DemoWords() {}

    static final List<String> SWEDISH_PARCELS = List.of(
            "Paketet hamnade hos fel ombud, 14 km bort, och ingen svarade när jag ringde.",
            "Spårningen säger levererad. Det är den inte.",
            "Stängt ombud, öppnar måndag.",
            "Tredje gången samma sak. Jag fick inget sms.",
            "Varför skickas det inte till ombudet jag valde?",
            "Två mil enkel väg för att hämta ett par vantar.");

    static final List<String> GUESTS_WITHOUT_ACCOUNT = List.of(
            "Jeg skal logge ind for at læse svaret, men jeg har ingen konto.",
            "I cannot read your reply without an account.",
            "Måste jag skapa ett konto för att läsa svaret?",
            "Må jeg virkelig ha konto for å lese svaret?");

    private static final Map<String, Map<DemoMood, List<String>>> BY_LANGUAGE = Map.of(
            "da",
            Map.of(
                    DemoMood.NEGATIVE,
                    List.of(
                            "Det tog alt for lang tid.",
                            "Pakken var gået i stykker, og ingen tog telefonen.",
                            "Jeg fik et svar, men ikke på mit spørgsmål.",
                            "Pengene kom først efter 19 dage."),
                    DemoMood.NEUTRAL,
                    List.of("Helt fint, men leveringen kunne være hurtigere.", "Okay, hverken mere eller mindre."),
                    DemoMood.POSITIVE,
                    List.of("Hurtigt og venligt.", "Alt var, som det skulle være. Tak!", "Virkelig god vejledning.")),
            "sv",
            Map.of(
                    DemoMood.NEGATIVE,
                    List.of(
                            "Det tog för lång tid.",
                            "Fel storlek i påsen, igen.",
                            "Ingen visste vad de andra hade lovat."),
                    DemoMood.NEUTRAL,
                    List.of("Det gick bra till slut.", "Lite rörigt på sidan."),
                    DemoMood.POSITIVE,
                    List.of("Snabbt och enkelt.", "Trevlig personal.", "Precis vad jag behövde.")),
            "nb",
            Map.of(
                    DemoMood.NEGATIVE,
                    List.of(
                            "Måtte ringe tre ganger.",
                            "Varen var ikke den jeg bestilte.",
                            "Kassen stoppet midt i betalingen."),
                    DemoMood.NEUTRAL,
                    List.of("Greit nok.", "Litt lang ventetid, ellers fint."),
                    DemoMood.POSITIVE,
                    List.of("Raskt og hyggelig.", "Veldig fornøyd!", "Enkelt å bytte.")),
            "en",
            Map.of(
                    DemoMood.NEGATIVE,
                    List.of("The page kept losing my basket.", "Nobody answered for a week.", "The box was crushed."),
                    DemoMood.NEUTRAL,
                    List.of("Fine, nothing special.", "Good, but the shop was crowded."),
                    DemoMood.POSITIVE,
                    List.of(
                            "Quick and friendly.",
                            "The helper in the shop knew everything about skis.",
                            "Easy from start to end.")),
            "de",
            Map.of(
                    DemoMood.NEGATIVE,
                    List.of("Die Rücksendung war kompliziert.", "Zu lange gewartet.", "Falsche Farbe geliefert."),
                    DemoMood.NEUTRAL,
                    List.of("In Ordnung.", "Gut, aber teuer im Versand."),
                    DemoMood.POSITIVE,
                    List.of("Sehr freundlich und schnell.", "Alles bestens, danke.", "Gute Beratung.")));

    static List<String> of(String language, DemoMood mood) {
        return BY_LANGUAGE.get(language).get(mood);
    }
}
