package io.aftertouch.feedback.catalog;

import java.util.regex.Pattern;

/**
 * A logo as survey-service drew it.
 *
 * @param data Base64
 * @param width in which it is shown, in CSS pixels
 */
public record Logo(String mediaType, String data, int width, int height) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("image/(png|jpeg)");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{4,9560}={0,2}");

    /** It is written into pages as it is. */
    public Logo {
        if (mediaType == null || !MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("A logo is a PNG or a JPEG");
        }
        if (data == null || !BASE64.matcher(data).matches()) {
            throw new IllegalArgumentException("A logo is at most 7 kB in Base64");
        }
    }

    /** As a {@code data:} address. */
    public String address() {
        return "data:" + mediaType + ";base64," + data;
    }
}
