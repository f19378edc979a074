package io.aftertouch.local.gateway;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/inbox",
                "/inbox/",
                "/touchpoint/support.ticket-closed",
                "/api/v1/respondents/r%2B17%40example.com",
                "/s/AbC_-123",
                "/..well-known",
                "/a..b"
            })
    void plainPathsPass(String path) {
        assertThat(PathCheck.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inbox;a",
                "/inbox%3Ba",
                "//inbox",
                "/api//v1",
                "/./inbox",
                "/a/../inbox",
                "/inbox/..",
                "/%2e%2e/inbox",
                "/a%2Finbox",
                "/a%5Cinbox",
                "/a\\inbox",
                "/a%252finbox",
                "/a%00",
                "/a%0d%0ab",
                "/a%zz",
                "/a%4",
                "/å",
                "inbox",
                ""
            })
    void pathsThatTwoProgramsCouldReadDifferentlyAreRefused(String path) {
        assertThat(PathCheck.isPlain(path)).isFalse();
    }
}
