package io.aftertouch.local.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/** The customers of Nordlys: always the same ones. */
final class Customers {

    private static final int COUNT = 2_400;
    private static final int FIRST_NUMBER = 1_001;
    private static final double IN_THE_CLUB = 0.62;
    private static final double WITH_EMAIL = 0.84;

    /** Where customers live. A language or carrier stands there as often as it is found. */
    private enum Country {
        DK(
                0.42,
                List.of("da", "da", "da", "da", "da", "da", "da", "da", "da", "da", "da", "de", "en"),
                List.of("coast", "coast", "city"),
                List.of("Freja", "Mads", "Ida", "Rasmus", "Karla", "Emil", "Signe", "Oscar", "Laura", "Anton"),
                List.of("Nielsen", "Jensen", "Holm", "Kjær", "Lund", "Mortensen", "Bech", "Dahl")),
        SE(
                0.26,
                List.of("sv", "sv", "sv", "sv", "sv", "sv", "sv", "sv", "sv", "sv", "sv", "en"),
                List.of("north", "north", "north", "city"),
                List.of("Elsa", "Hugo", "Maja", "Axel", "Astrid", "Nils", "Linnea", "Viktor", "Saga", "Erik"),
                List.of("Lindqvist", "Åberg", "Nyström", "Ek", "Sandberg", "Hedlund", "Forsberg", "Wallin")),
        NO(
                0.22,
                List.of("nb", "nb", "nb", "nb", "nb", "nb", "nb", "nb", "nb", "nb", "nb", "en"),
                List.of("north", "coast", "coast"),
                List.of("Ingrid", "Lars", "Solveig", "Henrik", "Nora", "Magnus", "Tuva", "Jonas", "Sunniva", "Odin"),
                List.of("Haugen", "Berge", "Solberg", "Moen", "Strand", "Lie", "Bakken", "Øvrebø")),
        FI(
                0.10,
                List.of("en", "en", "en", "sv"),
                List.of("north", "city"),
                List.of("Aino", "Eero", "Helmi", "Onni", "Siiri", "Väinö", "Linda", "Oskar"),
                List.of("Korhonen", "Virtanen", "Mäkelä", "Laine", "Björklund", "Nieminen", "Salo"));

        private final double part;
        private final List<String> languages;
        private final List<String> carriers;
        private final List<String> firstNames;
        private final List<String> lastNames;

        Country(
                double part,
                List<String> languages,
                List<String> carriers,
                List<String> firstNames,
                List<String> lastNames) {
            this.part = part;
            this.languages = languages;
            this.carriers = carriers;
            this.firstNames = firstNames;
            this.lastNames = lastNames;
        }

        static Country at(double place) {
            double until = 0;
            for (Country country : values()) {
                until += country.part;
                if (place < until) {
                    return country;
                }
            }
            return FI;
        }
    }

    private final List<Customer> all;

    private Customers(List<Customer> all) {
        this.all = all;
    }

    static Customers of(Random random) {
        List<Customer> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            all.add(customer(FIRST_NUMBER + i, random));
        }
        return new Customers(List.copyOf(all));
    }

    List<Customer> all() {
        return all;
    }

    Customer any(Random random, Predicate<Customer> wanted) {
        Customer found = one(random, all);
        while (!wanted.test(found)) {
            found = one(random, all);
        }
        return found;
    }

    private static Customer customer(int number, Random random) {
        Country country = Country.at(random.nextDouble());
        String name = one(random, country.firstNames) + " " + one(random, country.lastNames);
        String plan = random.nextDouble() < IN_THE_CLUB ? "club" : "guest";
        boolean hasEmail = random.nextDouble() < WITH_EMAIL;
        return new Customer(
                "r-" + number,
                country.name(),
                plan,
                one(random, country.carriers),
                one(random, country.languages),
                name,
                hasEmail ? mailbox(name) + "." + number + "@example.com" : null);
    }

    private static String mailbox(String name) {
        String plain = Normalizer.normalize(
                        name.toLowerCase(Locale.ROOT).replace("ø", "o").replace("æ", "ae"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.replace(' ', '.');
    }

    private static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
