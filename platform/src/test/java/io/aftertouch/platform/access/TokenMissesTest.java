package io.aftertouch.platform.access;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenMissesTest {

    @Test
    void anIpv6SubscriberIsOneWhateverTheLastHalfOfTheAddress() {
        assertThat(TokenMisses.network("2001:db8:1:2::1")).isEqualTo(TokenMisses.network("2001:db8:1:2:ffff::7"));
        assertThat(TokenMisses.network("2001:db8:1:2::1")).isNotEqualTo(TokenMisses.network("2001:db8:1:3::1"));
        assertThat(TokenMisses.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(TokenMisses.network("::not an address::")).isEqualTo("::not an address::");
    }

    @Test
    void anAddressMayMissSoOftenAndNoOftener() {
        TokenMisses misses = new TokenMisses(3);

        assertThat(misses.allowAnother("192.0.2.1")).isTrue();
        assertThat(misses.allowAnother("192.0.2.1")).isTrue();
        assertThat(misses.allowAnother("192.0.2.1")).isTrue();
        assertThat(misses.allowAnother("192.0.2.1")).isFalse();
        assertThat(misses.allowAnother("192.0.2.2")).isTrue();
    }
}
