package io.aftertouch.feedback.form;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

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

    /** How long after sending the link leads straight back to the answer. The page about the customer's own data shows it as long as it is kept. */
    @WithDefault("P1D")
    Duration answerShownFor();

    /** Answers through public links that one address may send in a minute. A shop's guests may all have one, so it is generous. */
    @WithDefault("60")
    @Min(1)
    int linkAnswersPerMinute();

    /** How long the form behind a public link can be sent after it was opened. */
    @WithDefault("PT4H")
    Duration submissionValidFor();

    /**
     * Sites that may show the form behind a public link in a frame, such as {@code https://shop.example}; the host may begin with {@code *.}, the port may
     * be {@code *}. Nobody else may, and the form behind an invitation is never framed.
     */
    Optional<List<@Pattern(regexp = FormConfig.SITE, message = "must be a site, such as https://shop.example") String>>
            frameAncestors();

    String SITE = "https?://(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:([0-9]{1,5}|\\*))?";

    /** Address to which a customer can write when a link does not work. */
    Optional<String> contactEmail();

    /** Telephone number, and when it is answered, for the same. */
    Optional<String> contactPhone();
}
