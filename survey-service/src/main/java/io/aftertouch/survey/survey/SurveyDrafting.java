package io.aftertouch.survey.survey;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.aftertouch.survey.brand.Brand;
import io.aftertouch.survey.brand.Brands;

/** Fills in what a survey leaves to the brand and to the standard wording. */
@Singleton
class SurveyDrafting {

    private final WordingPacks packs;
    private final Brands brands;
    private final SurveyConfig config;

    SurveyDrafting(WordingPacks packs, Brands brands, SurveyConfig config) {
        this.packs = packs;
        this.brands = brands;
        this.config = config;
    }

    /** The version that publishing would make now. */
    SurveyPublished nextVersion(Survey survey, Instant now) {
        return nextVersion(survey, survey.scale(), survey.settings(), now);
    }

    /** The version that publishing would make if the survey were set like this. */
    SurveyPublished nextVersion(Survey survey, Scale scale, SurveySettings settings, Instant now) {
        Brand brand = brands.of(survey.key(), config.brandName().orElse(settings.subject()));
        return new SurveyPublished(
                survey.key(),
                survey.publishedVersion() + 1,
                survey.metric(),
                scale,
                settings.subject(),
                settings.title(),
                brand.name(),
                brand,
                settings.defaultLanguage().tag(),
                settings.editWindow(),
                settings.neutralMail(),
                packs.texts(scale, settings.subject(), settings.texts()),
                now);
    }

    /** The settings of which publishing would make a version like this one again. */
    SurveySettings settings(SurveyPublished version) {
        return new SurveySettings(
                version.subject(),
                version.title(),
                Language.ofTag(version.defaultLanguage()).orElseThrow(),
                packs.own(version.scale(), version.subject(), version.texts()),
                version.editWindow(),
                version.neutralMail());
    }

    /** The words in one language with {subject} still to be filled in, as somebody edits them. */
    SurveyTexts toEdit(Scale scale, SurveySettings settings, Language language) {
        return packs.toEdit(scale, language, settings.texts(language));
    }

    /** The same as they ship. */
    SurveyTexts standard(Scale scale, Language language) {
        return packs.toEdit(scale, language, OwnTexts.NONE);
    }
}
