package io.aftertouch.survey.brand;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LogoDrawingTest {

    @ParameterizedTest
    @CsvSource({"png,960,200,192,40", "jpeg,960,200,192,40", "png,400,400,40,40", "png,30,20,30,20", "png,4000,10,192,1"
    })
    void aLogoIsDrawnToTheSizeInWhichItIsShown(String format, int width, int height, int shownWidth, int shownHeight)
            throws IOException {
        Logo logo = LogoDrawing.draw(Pictures.logo(format, width, height));

        assertThat(logo.width()).isEqualTo(shownWidth);
        assertThat(logo.height()).isEqualTo(shownHeight);
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(logo.picture()));
        assertThat(drawn.getWidth()).isBetween(shownWidth, 2 * shownWidth);
        assertThat(logo.picture().length).isLessThanOrEqualTo(LogoDrawing.LARGEST_PICTURE);
    }

    @Test
    void aPhotographBecomesAJpegThatIsSmallEnough() {
        Logo logo = LogoDrawing.draw(Pictures.noise(BufferedImage.TYPE_INT_RGB, 800, 400));

        assertThat(logo.mediaType()).isEqualTo("image/jpeg");
        assertThat(logo.picture().length).isLessThanOrEqualTo(LogoDrawing.LARGEST_PICTURE);
    }

    @Test
    void transparencyStays() throws IOException {
        Logo logo = LogoDrawing.draw(Pictures.logo("png", 960, 200));

        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(logo.picture()));
        assertThat(drawn.getRGB(0, 0) >>> 24).isZero();
        assertThat(new Color(drawn.getRGB(drawn.getWidth() / 2, drawn.getHeight() / 2)))
                .isEqualTo(new Color(0x1c3f6e));
    }

    @Test
    void nothingButPixelsIsLeft() {
        byte[] secretive =
                Pictures.withChunk(Pictures.logo("png", 960, 200), "tEXt", "Author\0Mette <mette@example.com>");

        Logo logo = LogoDrawing.draw(secretive);

        assertThat(chunks(logo.picture())).containsOnly("IHDR", "IDAT", "IEND");
        assertThat(new String(logo.picture(), StandardCharsets.ISO_8859_1)).doesNotContain("mette");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "GIF89a\1\0\1\0",
                "BM..",
                "<script>alert(1)</script>",
                "\u0089PNG"
            })
    void whatIsNeitherPngNorJpegIsRefused(String file) {
        assertThatThrownBy(() -> LogoDrawing.draw(file.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(InvalidLogo.class)
                .hasMessageContaining("is neither a PNG nor a JPEG");
    }

    @Test
    void aGifIsRefusedThoughItCouldBeRead() {
        assertThatThrownBy(() -> LogoDrawing.draw(Pictures.logo("gif", 100, 20)))
                .hasMessageContaining("is neither a PNG nor a JPEG");
    }

    @Test
    void aPixelBombIsRefusedBeforeItIsUnpacked() {
        byte[] bomb = Pictures.claiming(Pictures.logo("png", 100, 20), 60_000, 60_000);

        assertThatThrownBy(() -> LogoDrawing.draw(bomb))
                .isInstanceOf(InvalidLogo.class)
                .hasMessageContaining("60000 by 60000 pixels");
    }

    @Test
    void aDamagedFileIsRefused() {
        for (String format : List.of("png", "jpeg")) {
            byte[] whole = Pictures.logo(format, 960, 200);
            for (int length = 8; length < whole.length; length += 97) {
                byte[] cut = Arrays.copyOf(whole, length);
                try {
                    LogoDrawing.draw(cut);
                } catch (InvalidLogo told) {
                    assertThat(told).hasMessageStartingWith("The file ");
                }
            }
        }
    }

    @Test
    void emptyTooLargeAndTooDetailedAreSaid() {
        assertThatThrownBy(() -> LogoDrawing.draw(new byte[0])).hasMessageContaining("is empty");
        assertThatThrownBy(() -> LogoDrawing.draw(new byte[LogoDrawing.LARGEST_FILE + 1]))
                .hasMessageContaining("is larger than 1 MB");
        assertThatThrownBy(() -> LogoDrawing.draw(Pictures.noise(BufferedImage.TYPE_INT_ARGB, 400, 200)))
                .hasMessageContaining("too many details");
    }

    private static List<String> chunks(byte[] png) {
        List<String> names = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(png).position(8);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            byte[] name = new byte[4];
            bytes.get(name);
            names.add(new String(name, StandardCharsets.US_ASCII));
            bytes.position(bytes.position() + length + 4);
        }
        return names;
    }
}
