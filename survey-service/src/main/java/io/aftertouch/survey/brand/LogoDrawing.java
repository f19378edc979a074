package io.aftertouch.survey.brand;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/**
 * Draws a logo anew from an uploaded file. Nothing of the file itself is kept, so nothing hidden in it reaches a customer, and the result is so
 * small that the form that carries it stays below 14 kB.
 */
final class LogoDrawing {

    /** Of the uploaded file. */
    static final int LARGEST_FILE = 1024 * 1024;

    /** Of the picture that is made of it. */
    static final int LARGEST_PICTURE = 7 * 1024;

    /** Looked up before a single pixel is unpacked: a few kilobytes can claim to be gigabytes. */
    private static final int LARGEST_SIDE = 5_000;

    private static final long MOST_PIXELS = 8_000_000;

    private static final int WIDTH = 192;
    private static final int HEIGHT = 40;

    /** Pixels of the picture for each pixel that is shown, the sharpest first. */
    private static final List<Double> DENSITIES = List.of(2.0, 1.5, 1.0);

    private static final List<Float> JPEG_QUALITIES = List.of(0.9f, 0.75f, 0.6f);
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private LogoDrawing() {}

    /** @throws InvalidLogo when the file is no picture that can become a logo */
    static Logo draw(byte[] file) {
        if (file.length == 0) {
            throw new InvalidLogo("is empty");
        }
        if (file.length > LARGEST_FILE) {
            throw new InvalidLogo("is larger than 1 MB");
        }
        BufferedImage picture = read(file);
        double fit = Math.min(1, Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * fit));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * fit));
        for (double density : DENSITIES) {
            BufferedImage drawn = scaled(
                    picture,
                    Math.min(picture.getWidth(), (int) Math.round(width * density)),
                    Math.min(picture.getHeight(), (int) Math.round(height * density)));
            Optional<Logo> logo = encode(drawn, width, height);
            if (logo.isPresent()) {
                return logo.get();
            }
        }
        throw new InvalidLogo(
                "has too many details for a logo of 192 by 40 pixels; simplify it, or leave out transparency");
    }

    private static BufferedImage read(byte[] file) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new InvalidLogo("is neither a PNG nor a JPEG");
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw new InvalidLogo("is neither a PNG nor a JPEG");
                }
                reader.setInput(stream, true, true);
                checkSize(reader.getWidth(0), reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof InvalidLogo told) {
                throw told;
            }
            // the readers of the JDK throw whatever comes to mind when a file is damaged on purpose
            throw new InvalidLogo("is damaged, or of a kind that cannot be read; save it as a PNG in RGB");
        }
    }

    private static void checkSize(int width, int height) {
        if (width > LARGEST_SIDE || height > LARGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new InvalidLogo(
                    "has " + width + " by " + height + " pixels; at most 5,000 a side and 8 million in all");
        }
    }

    /** Halved until it nearly fits: a single step would skip pixels. */
    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage halved = picture;
        while (halved.getWidth() >= 2 * width && halved.getHeight() >= 2 * height) {
            halved = redrawn(halved, Math.max(width, halved.getWidth() / 2), Math.max(height, halved.getHeight() / 2));
        }
        return redrawn(halved, width, height);
    }

    private static BufferedImage redrawn(BufferedImage picture, int width, int height) {
        var drawn = new BufferedImage(
                width,
                height,
                picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static Optional<Logo> encode(BufferedImage drawn, int width, int height) {
        byte[] png = written(drawn, "png", 0);
        if (png.length <= LARGEST_PICTURE) {
            return Optional.of(Logo.of("image/png", png, width, height));
        }
        if (drawn.getColorModel().hasAlpha()) {
            return Optional.empty();
        }
        return JPEG_QUALITIES.stream()
                .map(quality -> written(drawn, "jpeg", quality))
                .filter(jpeg -> jpeg.length <= LARGEST_PICTURE)
                .findFirst()
                .map(jpeg -> Logo.of("image/jpeg", jpeg, width, height));
    }

    /** @param quality of PNG, which loses nothing, 0 means the most effort */
    private static byte[] written(BufferedImage picture, String format, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
