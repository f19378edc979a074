package io.aftertouch.survey.publiclink;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkCodesTest {

    private final LinkCodes codes = new LinkCodes();

    @Test
    void noSignLooksLikeAnotherAndNoCodeIsAWord() {
        assertThat(LinkCodes.SIGNS).doesNotContain("0", "o", "1", "l", "i", "a", "e", "u");
        assertThat(LinkCodes.SIGNS.chars().distinct()).hasSize(28);
    }

    @Test
    void aThousandCodesAreAThousandAndEverySignOccurs() {
        Set<String> made = Stream.generate(codes::next).limit(1_000).collect(Collectors.toSet());

        assertThat(made).hasSize(1_000).allMatch(code -> code.matches("[" + LinkCodes.SIGNS + "]{8}"));
        assertThat(String.join("", made).chars().distinct()).hasSize(28);
    }

    @Test
    void peopleReadItInTwoGroups() {
        assertThat(LinkCodes.grouped("k7mpx3qd")).isEqualTo("k7mp-x3qd");
    }
}
