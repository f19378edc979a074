package io.aftertouch.feedback.form;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the customer's form says and allows. */
@ConfigMapping(prefix = "aftertouch.form")
interface FormConfig {

    /** How many months answers are kept, as the form tells the customer. */
    @WithDefault("24")
    @Min(1)
    @Max(120)
    int keptForMonths();

    /** How long after sending the customer can see the answer again. */
    @WithDefault("P1D")
    Duration answerShownFor();

    /** Address to which a customer can write when a link does not work. */
    Optional<String> contactEmail();

    /** Telephone number, and when it is answered, for the same. */
    Optional<String> contactPhone();
}
