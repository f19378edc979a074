package io.aftertouch.survey.brand;

import java.util.Base64;

/**
 * A logo, drawn anew from what was uploaded: small, and without anything but its pixels.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param data Base64
 * @param width in which it is shown, in CSS pixels; there are up to twice as many in the picture
 */
public record Logo(String mediaType, String data, int width, int height) {

    static Logo of(String mediaType, byte[] picture, int width, int height) {
        return new Logo(mediaType, Base64.getEncoder().encodeToString(picture), width, height);
    }

    byte[] picture() {
        return Base64.getDecoder().decode(data);
    }
}
