package io.aftertouch.survey.mail;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.SurveyPublished;
import io.aftertouch.survey.survey.Surveys;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the e-mail of a survey for nobody: to look at, or to try out. All its links lead back to where it is shown. */
@Singleton
class Specimen {

    private static final Duration USUAL_EXPIRY = Duration.ofDays(14);
    private static final String SOMEBODY = "Freja";

    private final Surveys surveys;
    private final Letters letters;
    private final String publicAddress;
    private final Clock clock;

    Specimen(
            Surveys surveys,
            Letters letters,
            @ConfigProperty(name = "aftertouch.public-address") URI publicAddress,
            Clock clock) {
        this.surveys = surveys;
        this.letters = letters;
        this.publicAddress = publicAddress.toString().replaceAll("/+$", "");
        this.clock = clock;
    }

    /** Which of the e-mails of a survey. */
    record Choice(Language language, boolean reminder, boolean neutral) {}

    /** Empty when there is no such survey. It is as the survey would be published now. */
    Optional<WrittenLetter> write(String key, Choice choice) {
        return surveys.draft(key).map(survey -> letters.write(order(survey, choice)));
    }

    private LetterOrder order(SurveyPublished survey, Choice choice) {
        Instant now = clock.instant();
        URI here = URI.create(publicAddress + "/surveys/" + survey.key() + "/mail");
        return new LetterOrder(
                survey,
                choice.language(),
                Optional.of(SOMEBODY),
                now,
                now.plus(USUAL_EXPIRY),
                here,
                here,
                choice.reminder(),
                choice.neutral());
    }
}
