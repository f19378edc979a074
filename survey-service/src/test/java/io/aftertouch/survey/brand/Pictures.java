package io.aftertouch.survey.brand;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Files that somebody may upload as a logo. */
public final class Pictures {

    private Pictures() {}

    /** A blue bar on nothing, as far as the format knows nothing. */
    public static byte[] logo(String format, int width, int height) {
        var picture = new BufferedImage(
                width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x1c3f6e));
        pen.fillRect(width / 4, height / 4, width / 2, height / 2);
        pen.dispose();
        return written(picture, format);
    }

    /** A picture that cannot be compressed. */
    public static byte[] noise(int type, int width, int height) {
        var picture = new BufferedImage(width, height, type);
        var random = new Random(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return written(picture, "png");
    }

    /** The same PNG, but saying that it is larger. */
    public static byte[] claiming(byte[] png, int width, int height) {
        byte[] bomb = png.clone();
        ByteBuffer bytes = ByteBuffer.wrap(bomb);
        bytes.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(bomb, 12, 17);
        bytes.putInt(29, (int) crc.getValue());
        return bomb;
    }

    /** The same PNG with another chunk after its header. */
    public static byte[] withChunk(byte[] png, String name, String content) {
        byte[] body = (name + content).getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(body);
        int afterHeader = 33;
        return ByteBuffer.allocate(png.length + body.length + 8)
                .put(png, 0, afterHeader)
                .putInt(body.length - 4)
                .put(body)
                .putInt((int) crc.getValue())
                .put(png, afterHeader, png.length - afterHeader)
                .array();
    }

    private static byte[] written(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
