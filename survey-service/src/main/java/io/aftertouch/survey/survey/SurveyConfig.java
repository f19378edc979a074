package io.aftertouch.survey.survey;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What all surveys of the installation share. */
@ConfigMapping(prefix = "aftertouch.survey")
interface SurveyConfig {

    /** The name customers know the company by. Without one, the subject of the survey stands in its place. */
    Optional<String> brandName();

    /** The language of a survey that names none. */
    @WithDefault("EN")
    Language defaultLanguage();
}
