package io.aftertouch.platform.access;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PerAddressTest {

    @Test
    void anIpv6SubscriberIsOneWhateverTheLastHalfOfTheAddress() {
        assertThat(PerAddress.network("2001:db8:1:2::1")).isEqualTo(PerAddress.network("2001:db8:1:2:ffff::7"));
        assertThat(PerAddress.network("2001:db8:1:2::1")).isNotEqualTo(PerAddress.network("2001:db8:1:3::1"));
        assertThat(PerAddress.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(PerAddress.network("::not an address::")).isEqualTo("::not an address::");
    }

    @Test
    void anAddressMayDoItSoOftenAndNoOftener() {
        PerAddress answers = new PerAddress(3);

        assertThat(answers.allowAnother("192.0.2.1")).isTrue();
        assertThat(answers.allowAnother("192.0.2.1")).isTrue();
        assertThat(answers.allowAnother("192.0.2.1")).isTrue();
        assertThat(answers.allowAnother("192.0.2.1")).isFalse();
        assertThat(answers.allowAnother("192.0.2.2")).isTrue();
    }

    @Test
    void toLookWhetherItIsUsedUpUsesNothing() {
        PerAddress limit = new PerAddress(1);
        assertThat(limit.isUsedUp("192.0.2.1")).isFalse();
        assertThat(limit.isUsedUp("192.0.2.1")).isFalse();
        assertThat(limit.allowAnother("192.0.2.1")).isTrue();
        assertThat(limit.isUsedUp("192.0.2.1")).isTrue();
        assertThat(limit.isUsedUp("192.0.2.2")).isFalse();
    }
}
