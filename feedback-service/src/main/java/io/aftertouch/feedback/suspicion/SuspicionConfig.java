package io.aftertouch.feedback.suspicion;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on something looks like a program. Whoever is suspected wrongly has to tap once more; nothing else follows. */
@ConfigMapping(prefix = "aftertouch.suspicion")
interface SuspicionConfig {

    /** Nobody reads the question and sends an answer in less. */
    @WithDefault("PT1S")
    Duration fastestPerson();

    /** So many different links of one message within {@link #burst()} are not opened by hand. */
    @WithDefault("3")
    @Min(2)
    @Max(11)
    int manyLinks();

    @WithDefault("PT10S")
    Duration burst();

    /**
     * How long before the form was shown links may have been opened to be held against it. Programs open links and form in one go; a person who
     * comes after them is no program.
     */
    @WithDefault("PT10S")
    Duration remembered();

    /** Parts of the names under which programs go that look into mail, in small letters. What else calls itself no browser may still be used by a person. */
    @WithDefault(
            "barracuda,proofpoint,mimecast,symantec,trendmicro,trend micro,fireeye,ironport,forcepoint,zscaler,safelinks,"
                    + "bingpreview,googleimageproxy,urlscan,virustotal,slackbot,twitterbot,facebookexternalhit,skypeuripreview,"
                    + "crawler,spider")
    List<String> agents();
}
