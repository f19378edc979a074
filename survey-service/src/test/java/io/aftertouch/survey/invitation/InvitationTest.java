package io.aftertouch.survey.invitation;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InvitationTest {

    private final InvitationTokens tokens = new InvitationTokens("a secret of the installation");

    /** One letter for each state that may follow. */
    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, SENT ANSWERED EXPIRED CANCELLED BOUNCED FAILED",
        "SENT, SCHEDULED ANSWERED EXPIRED BOUNCED",
        "EXPIRED, ANSWERED",
        "CANCELLED, ANSWERED",
        "FAILED, SCHEDULED ANSWERED",
        "BOUNCED, SCHEDULED ANSWERED",
        "ANSWERED, ''"
    })
    void onlyTheseStepsArePossible(InvitationState state, String next) {
        Set<String> possible = Stream.of(InvitationState.values())
                .filter(state::canBecome)
                .map(Enum::name)
                .collect(Collectors.toSet());

        assertThat(String.join(" ", possible).split(" ")).containsExactlyInAnyOrder(next.split(" "));
    }

    @Test
    void aTokenIsTheSameWheneverItIsMadeAndDifferentForEachInvitation() {
        UUID id = UUID.randomUUID();

        assertThat(tokens.token(id)).isEqualTo(tokens.token(id)).matches("[A-Za-z0-9_-]{22}");
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> tokens.token(UUID.randomUUID())))
                .doesNotHaveDuplicates();
    }

    @Test
    void whoHasTheDatabaseButNotTheSecretCannotMakeTokens() {
        UUID id = UUID.randomUUID();

        assertThat(new InvitationTokens("another secret of another one").token(id))
                .isNotEqualTo(tokens.token(id));
        assertThat(tokens.hash(tokens.token(id))).hasSize(32);
    }

    @Test
    void aSecretThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> new InvitationTokens("short"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aftertouch.token-key");
    }
}
