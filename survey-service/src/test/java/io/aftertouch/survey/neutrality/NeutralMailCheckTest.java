package io.aftertouch.survey.neutrality;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NeutralMailCheckTest {

    private final NeutralMailCheck check = NeutralMailChecks.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | How satisfied were you with our support?",
                "en | How easy was it to change the seat on your booking, and was 1 enough?",
                "en | Better than expected",
                "da | Hvor tilfreds var du med vores sælgere i butikken på Nørrebro?",
                "da | Hvor god var vejledningen, og gjorde den det nemmere for dig?",
                "sv | Hur nöjd är du med hur vi presenterade din beställning?",
                "sv | Tyckte du att det gick bättre än väntat?",
                "nb | Hvor fornøyd er du med bestillingen og leveringen?",
                "nb | Var salgsavdelingen til hjelp?",
                "de | Wie zufrieden sind Sie mit Ihrer Bestellung bei der Sparkasse?",
                "de | Wie verständlich war die Rechnung? Bitte antworten Sie ehrlich."
            })
    void aPlainQuestionIsNeutral(String language, String text) {
        assertThat(findings(language, text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Tell us how it went! | EXCLAMATION | !",
                "en | How did you like our great service? | PRAISE | great",
                "en | Answer and get a DISCOUNT code | OFFER | DISCOUNT",
                "en | Answer within a week and get 20 % off | OFFER | 20 %",
                "en | Answer for £5 | OFFER | £5",
                "en | How was the #1 shop of the north? | PRAISE | #1",
                "en | Read more on nordlys.com | LINK | nordlys.com",
                "en | Read more at HTTPS://nordlys.example/x | LINK | HTTPS://nordlys.example/x",
                "en | PLEASE answer our question | CAPITALS | PLEASE",
                "en | WHY NOT answer? | CAPITALS | WHY NOT",
                "en | How was it? 🎉 | SYMBOL | 🎉",
                "da | Svar og vind et gavekort | OFFER | vind",
                "da | Hvor tilfreds er du med din medlemsrabat? | OFFER | medlemsrabat",
                "da | Hvordan var Danmarks bedste kundeservice? | PRAISE | bedste",
                "da | Svar nu, og få 50 kr | OFFER | 50 kr",
                "da | Fantastisk | PRAISE | Fantastisk",
                "sv | Svara och få 10% rabatt | OFFER | rabatt",
                "sv | Hur var vår prisbelönta service? | PRAISE | prisbelönta",
                "sv | Ta del av sommarens erbjudanden | OFFER | erbjudanden",
                "nb | Hvor fornøyd er du med Norges beste butikk? | PRAISE | beste",
                "nb | Svar og få et gratis produkt | OFFER | gratis",
                "nb | Se våre sommertilbud | OFFER | sommertilbud",
                "de | Wie gefällt Ihnen unser hervorragender Service? | PRAISE | hervorragender",
                "de | Antworten und 5-Euro-Gutschein sichern | OFFER | Gutschein",
                "de | Nutzen Sie unsere Sommerangebote | OFFER | Sommerangebote"
            })
    void whatAdvertisesOrPraisesIsNamed(String language, String text, Flaw flaw, String found) {
        assertThat(findings(language, text))
                .contains(new Finding("texts." + language + ".question", language, found, flaw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gra\u00ADtis", "gra\u200Btis", "GRATIS", "ＧＲＡＴＩＳ", "Gratis"})
    void aWordIsFoundHoweverItIsWritten(String word) {
        assertThat(findings("da", "Svar og få det " + word))
                .extracting(Finding::flaw)
                .contains(Flaw.OFFER);
    }

    @Test
    void aWordIsJudgedInItsOwnLanguage() {
        assertThat(findings("sv", "Vad är en gift räv?")).isEmpty();
        assertThat(findings("nb", "Hvem var offer for feilen?")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IKEA", "Best Western", "ICA MAXI", "Booking.com", "LEGOLAND", "Super Brugsen"})
    void aCompanyMayBeCalledWhatItIsCalled(String company) {
        assertThat(check.findings(
                        company,
                        List.of(new MailText(
                                "texts.en.question", "en", "How satisfied were you with " + company + "?"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Nordlys – Danmarks bedste butik, PRAISE",
        "Nordlys!, EXCLAMATION",
        "Nordlys Rabat, OFFER",
        "https://nordlys.example, LINK",
        "Nordlys ★, SYMBOL"
    })
    void aSloganIsNoName(String company, Flaw flaw) {
        assertThat(check.findings(company, List.of()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.flaw()).isEqualTo(flaw))
                .satisfies(finding -> assertThat(finding.text()).isEqualTo("brandName"));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThat(findings("da", "VIND NU! Svar og få 20 % rabat hos Danmarks bedste"))
                .extracting(Finding::flaw)
                .contains(Flaw.EXCLAMATION, Flaw.OFFER, Flaw.PRAISE);
    }

    private List<Finding> findings(String language, String text) {
        return check.findings("Nordlys", List.of(new MailText("texts." + language + ".question", language, text)));
    }
}
