package io.aftertouch.embedded;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DatabaseAccountTest {

    @Test
    void anAccountOwnsItsDatabasesAndNoneThatOnlyLooksAlike() {
        DatabaseAccount account =
                new DatabaseAccount("aftertouch_survey", "0123456789abcdef", List.of("aftertouch_survey"));

        assertThat(account.statements())
                .contains(
                        "CREATE DATABASE IF NOT EXISTS `aftertouch_survey`;",
                        "GRANT ALL PRIVILEGES ON `aftertouch\\_survey`.* TO 'aftertouch_survey'@'127.0.0.1';")
                .noneMatch(statement -> statement.contains("*.*"));
    }

    @Test
    void nothingThatCouldEndAStatementGetsIntoOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseAccount("a'b", "0123456789abcdef", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseAccount("ab", "0123456789abc'def", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseAccount("ab", "0123456789abcdef", List.of("x`y")));
    }
}
