package io.aftertouch.survey.publiclink;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTest {

    private static final String ADDRESS = "https://feedback.nordlys.example/p/k7mpx3qd";

    private final QrCode code = QrCode.of(ADDRESS);

    @ParameterizedTest
    @ValueSource(ints = {128, 129, 200, 512, 1000, 2048})
    void thePngIsReadBackAndIsOfTheSizeThatWasAskedFor(int size) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(size)));

        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        assertThat(Pictures.decoded(image)).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 200, 512, 2048})
    void theSvgIsReadBackAtAnySize(int size) {
        assertThat(Pictures.decoded(Pictures.rasterised(code.svg(size)))).isEqualTo(ADDRESS);
    }

    @Test
    void aQuarterOfItMayBeLost() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(512)));
        int side = 100;
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(300 + x, 300 + y, 0xFFFFFF);
            }
        }
        assertThat(Pictures.decoded(image)).isEqualTo(ADDRESS);
    }

    @Test
    void theQuietZoneIsFourModulesWideAndLight() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(code.edge() * 4)));
        int quiet = QrCode.QUIET_ZONE * 4;
        for (int i = 0; i < image.getWidth(); i++) {
            for (int j = 0; j < quiet; j++) {
                assertThat(light(image, i, j) && light(image, j, i)).isTrue();
                assertThat(light(image, i, image.getHeight() - 1 - j) && light(image, image.getWidth() - 1 - j, i))
                        .isTrue();
            }
        }
        assertThat(light(image, quiet, quiet))
                .as("the finder pattern begins here")
                .isFalse();
    }

    private static boolean light(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF;
    }
}
