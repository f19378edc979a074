package io.aftertouch.survey.respondent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactAddressTest {

    @ParameterizedTest
    @CsvSource({"freja@example.com", "Freja@Example.COM", "freja+shop@example.com", "FREJA+a+b@example.com"})
    void oneMailboxIsOnePerson(String email) {
        assertThat(ContactAddress.ofEmail(email))
                .hasValueSatisfying(address -> assertThat(address.text()).isEqualTo("freja@example.com"));
    }

    @Test
    void anotherMailboxIsAnotherPerson() {
        assertThat(ContactAddress.ofEmail("fre.ja@example.com"))
                .isNotEqualTo(ContactAddress.ofEmail("freja@example.com"));
        assertThat(ContactAddress.ofEmail("+45@example.com")).isNotEqualTo(ContactAddress.ofEmail("+46@example.com"));
    }

    @ParameterizedTest
    @CsvSource({"+45 12 34 56 78", "0045-12345678", "+45(12)345678"})
    void onePhoneIsOnePerson(String phone) {
        assertThat(ContactAddress.ofPhone(phone))
                .hasValueSatisfying(address -> assertThat(address.text()).isEqualTo("+4512345678"));
    }

    @Test
    void noAddressIsNobody() {
        assertThat(ContactAddress.ofEmail(null)).isEmpty();
        assertThat(ContactAddress.ofPhone(null)).isEmpty();
    }
}
