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

    /** How long before the form was shown links may have been opened to be held against it: programs look at a message as it arrives. */
    @WithDefault("PT10M")
    Duration remembered();

    /** Parts of the names under which programs go that open links or send forms, in small letters. */
    @WithDefault(
            "barracuda,proofpoint,mimecast,symantec,trendmicro,trend micro,fireeye,cisco,ironport,sophos,forcepoint,zscaler,"
                    + "safelinks,bingpreview,googleimageproxy,urlscan,virustotal,slackbot,twitterbot,facebookexternalhit,whatsapp,"
                    + "skypeuripreview,bot/,crawler,spider,curl/,wget/,python-requests,python-urllib,aiohttp,httpx/,go-http-client,"
                    + "java/,java-http-client,apache-httpclient,okhttp/,libwww-perl,node-fetch,axios/")
    List<String> agents();
}
