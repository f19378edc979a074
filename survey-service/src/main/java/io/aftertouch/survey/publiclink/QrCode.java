package io.aftertouch.survey.publiclink;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a QR code, always dark on light and with the quiet zone of four modules that ISO/IEC 18004 asks for: it can be put on any ground.
 *
 * <p>Error correction is level Q, so that a quarter of it may be lost: receipts fade and crease, posters get scratched. For an address as short
 * as ours that costs one size of code more than the usual level M.
 */
final class QrCode {

    static final int QUIET_ZONE = 4;
    static final int SMALLEST = 128;
    static final int LARGEST = 2048;

    private static final int LIGHT = 0xFFFFFF;
    private static final int DARK = 0x000000;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }

    /** How many modules it has from edge to edge, with the quiet zone. */
    int edge() {
        return modules.getWidth() + 2 * QUIET_ZONE;
    }

    /**
     * A picture that scales without loss.
     *
     * @param size how wide and high it wants to be shown, in pixels
     */
    String svg(int size) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            appendRow(path, y);
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d" viewBox="0 0 %2$d %2$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%2$dv%2$dH0z"/><path fill="#000" d="%3$s"/></svg>
                """.formatted(size, edge(), path);
    }

    /** Dark modules beside each other are one rectangle. */
    private void appendRow(StringBuilder path, int y) {
        int x = 0;
        while (x < modules.getWidth()) {
            int from = x;
            while (x < modules.getWidth() && isDark(x, y)) {
                x++;
            }
            if (x > from) {
                path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET_ZONE, y + QUIET_ZONE, x - from, x - from));
            }
            x++;
        }
    }

    /**
     * A picture of exactly this size. Its modules are whole pixels, so that none is blurred; what is left over makes the quiet zone wider.
     *
     * @param size how wide and high, in pixels; at least {@link #SMALLEST}
     */
    byte[] png(int size) {
        int pixels = Math.max(1, size / edge());
        int start = (size - pixels * modules.getWidth()) / 2;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(x, y, isDark(module(x - start, pixels), module(y - start, pixels)) ? DARK : LIGHT);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    private static int module(int pixel, int pixels) {
        return Math.floorDiv(pixel, pixels);
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }
}
