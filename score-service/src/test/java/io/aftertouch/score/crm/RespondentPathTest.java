package io.aftertouch.score.crm;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RespondentPathTest {

    @Test
    void holdsAReferenceAsItIsOrEncoded() {
        assertThat(RespondentPath.ref("r-17")).contains("r-17");
        assertThat(RespondentPath.ref("freja@example.com")).contains("freja@example.com");
        assertThat(RespondentPath.ref("~YS9iIGM")).contains("a/b c");
    }

    @Test
    void whatDecodesToNoTextIsNoReference() {
        assertThat(RespondentPath.ref("~***")).isEmpty();
        assertThat(RespondentPath.ref("~_w")).isEmpty();
    }
}
