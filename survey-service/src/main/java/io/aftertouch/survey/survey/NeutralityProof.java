package io.aftertouch.survey.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import jakarta.inject.Singleton;

import io.aftertouch.survey.neutrality.Finding;
import io.aftertouch.survey.neutrality.MailText;
import io.aftertouch.survey.neutrality.NeutralMailCheck;
import io.aftertouch.survey.neutrality.NotNeutral;

/** Shows that the e-mail of a survey is neutral, or what in it is not. Follow-up and thanks are not in the e-mail. */
@Singleton
class NeutralityProof {

    private final NeutralMailCheck check;

    NeutralityProof(NeutralMailCheck check) {
        this.check = check;
    }

    /** @throws NotNeutral when the survey may be sent where only neutral mail is allowed, but its e-mail is not neutral */
    void require(SurveyPublished version) {
        List<Finding> findings = findings(version);
        if (version.mayBeSentNeutrally() && !findings.isEmpty()) {
            throw new NotNeutral(version.key(), findings);
        }
    }

    List<Finding> findings(SurveyPublished version) {
        boolean named = !version.brandName().equals(version.subject());
        List<MailText> texts = new ArrayList<>();
        version.texts().forEach((language, words) -> {
            if (!named) {
                texts.add(new MailText("subject", language, version.subject()));
            }
            texts.add(new MailText("texts." + language + ".question", language, words.question()));
            if (words.points().isEmpty()) {
                texts.add(new MailText("texts." + language + ".lowLabel", language, words.lowLabel()));
                texts.add(new MailText("texts." + language + ".highLabel", language, words.highLabel()));
            }
            words.points().forEach(point -> texts.add(new MailText("texts." + language + ".points", language, point)));
        });
        List<Finding> found = check.findings(named ? version.brandName() : "", texts);
        return List.copyOf(new LinkedHashSet<>(found));
    }
}
