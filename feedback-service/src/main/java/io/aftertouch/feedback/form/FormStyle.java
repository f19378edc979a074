package io.aftertouch.feedback.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.aftertouch.feedback.catalog.Accent;
import io.aftertouch.feedback.catalog.Brand;
import io.aftertouch.platform.page.ContentSecurityPolicy;

/**
 * What every page of the form carries within it: its style sheet, and a script that only tells whether a person is there and, in a frame, how high the
 * page is. Everything works without the script.
 */
record FormStyle(String css, String script) {

    static FormStyle shipped() {
        return new FormStyle(resource("form.css"), resource("form.js"));
    }

    private static String resource(String name) {
        try (var resource = FormStyle.class.getResourceAsStream("/form/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param brand null for the colours of the house, as when it names none */
    String in(Brand brand) {
        return brand == null || brand.accent() == null ? css : css + colours(brand.accent());
    }

    private static String colours(Accent accent) {
        return root(accent.light()) + "@media (prefers-color-scheme:dark){" + root(accent.dark()) + "}";
    }

    private static String root(Accent.Shade shade) {
        return ":root{--brand:" + shade.colour() + ";--on:" + shade.on() + "}";
    }

    /**
     * What a browser lets a page do that looks like this.
     *
     * @param css the style sheet in the colours of the brand
     * @param ancestors who may show it in a frame
     * @param preview whether it can send nothing
     */
    String policy(String css, String ancestors, boolean preview) {
        String policy = ContentSecurityPolicy.withInlineStyle(css);
        // the logo, and an empty icon, so that no browser asks for one
        policy = ContentSecurityPolicy.with(policy, "img-src", "data:");
        policy = ContentSecurityPolicy.with(policy, "script-src", ContentSecurityPolicy.inline(script));
        policy = ContentSecurityPolicy.with(policy, "frame-ancestors", ancestors);
        if (preview) {
            policy = ContentSecurityPolicy.with(policy, "form-action", "'none'");
        }
        return policy;
    }
}
