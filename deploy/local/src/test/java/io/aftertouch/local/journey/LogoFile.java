package io.aftertouch.local.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** The logo of a company, as its designer hands it over: larger than needed. */
final class LogoFile {

    private LogoFile() {}

    static byte[] png() {
        var picture = new BufferedImage(960, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xba4a00));
        pen.fillRoundRect(10, 10, 180, 180, 60, 60);
        pen.setColor(new Color(0x161f2b));
        pen.fillRect(230, 60, 700, 80);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
