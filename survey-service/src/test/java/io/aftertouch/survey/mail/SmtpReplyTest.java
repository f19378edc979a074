package io.aftertouch.survey.mail;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpReplyTest {

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 550 5.1.1 <freja@example.com> User unknown",
        "RECIPIENT, 550 No such user here",
        "RECIPIENT, 551 User not local",
        "RECIPIENT, 553 Mailbox name not allowed",
        "RECIPIENT, 550 5.4.1 Recipient address rejected: Access denied",
        "RECIPIENT, 550 5.2.1 Mailbox disabled",
        "CONTENT, 550 5.1.1 No such user"
    })
    void theAddressIsWrongForGood(SmtpReply.Stage stage, String text) {
        assertThat(judge(stage, text)).isEqualTo(new Handover.NoSuchMailbox(text));
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 450 4.2.0 Greylisted",
        "RECIPIENT, 451 4.7.1 Try again later",
        "RECIPIENT, 452 4.2.2 Mailbox full",
        "RECIPIENT, 552 Mailbox full",
        "RECIPIENT, 552 5.2.2 Mailbox full",
        "CONTENT, 451 Local error in processing"
    })
    void thisOneMayBeTakenLater(SmtpReply.Stage stage, String text) {
        assertThat(judge(stage, text)).isEqualTo(new Handover.NotNow(text, false));
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 421 4.3.2 Service shutting down",
        "CONTENT, 421 Too many connections",
        "SENDER, 550 5.7.1 Sender not allowed",
        "SENDER, 451 Try again"
    })
    void theServerIsInTroubleOrWeAre(SmtpReply.Stage stage, String text) {
        assertThat(judge(stage, text)).isEqualTo(new Handover.NotNow(text, true));
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 550 5.7.1 Blocked by policy",
        "RECIPIENT, 554 Transaction failed",
        "CONTENT, 550 Looks like spam",
        "CONTENT, 554 5.7.1 Message rejected",
        "CONTENT, 552 5.3.4 Message too big"
    })
    void aRefusedMessageSaysNothingAboutTheAddress(SmtpReply.Stage stage, String text) {
        assertThat(judge(stage, text)).isEqualTo(new Handover.Refused(text));
    }

    private static Handover judge(SmtpReply.Stage stage, String text) {
        return new SmtpReply(Integer.parseInt(text.substring(0, 3)), text, stage).judge();
    }
}
