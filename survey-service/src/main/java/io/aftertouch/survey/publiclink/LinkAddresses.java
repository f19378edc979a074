package io.aftertouch.survey.publiclink;

import java.net.URI;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where public links lead: built from the configured public address, never from a request. */
@Singleton
class LinkAddresses {

    private final String publicAddress;

    LinkAddresses(@ConfigProperty(name = "aftertouch.public-address") URI publicAddress) {
        this.publicAddress = publicAddress.toString().replaceAll("/+$", "");
    }

    URI of(String code) {
        return URI.create(publicAddress + "/p/" + code);
    }

    /** What a page of somebody else carries to open the form in it. */
    String script(String code) {
        return "<script src=\"" + publicAddress + "/embed.js\" data-link=\"" + LinkCodes.grouped(code)
                + "\" async></script>";
    }

    /** As somebody types it: without https, which browsers add by themselves, and with the code in two groups. */
    String typed(String code) {
        return publicAddress.replaceFirst("^https://", "") + "/p/" + LinkCodes.grouped(code);
    }
}
