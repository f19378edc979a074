package io.aftertouch.local.journey;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/** In which colours somebody looks at a page. It changes them where it is, without being loaded anew. */
enum Colours {
    LIGHT(ColorScheme.LIGHT, ForcedColors.NONE, "(prefers-color-scheme: light) and (forced-colors: none)"),
    DARK(ColorScheme.DARK, ForcedColors.NONE, "(prefers-color-scheme: dark) and (forced-colors: none)"),
    /** As people set them who see badly. */
    THEIR_OWN(ColorScheme.LIGHT, ForcedColors.ACTIVE, "(forced-colors: active)");

    private final ColorScheme scheme;
    private final ForcedColors forced;
    private final String mediaQuery;

    Colours(ColorScheme scheme, ForcedColors forced, String mediaQuery) {
        this.scheme = scheme;
        this.forced = forced;
        this.mediaQuery = mediaQuery;
    }

    void putOn(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
    }

    /** What the page itself says when it is shown in these colours. */
    String mediaQuery() {
        return mediaQuery;
    }

    /** The rules that axe tries in them: all in the light, and those about colours where nothing but colours differs. */
    List<String> rules() {
        return switch (this) {
            case LIGHT -> List.of();
            case DARK, THEIR_OWN -> List.of("color-contrast", "link-in-text-block");
        };
    }
}
