package io.aftertouch.survey.bounce;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeliveryReportTest {

    static final String STATUS = """
            Reporting-MTA: dns; mx.example.com
            Arrival-Date: Sun, 22 Nov 2026 04:07:00 +0000

            Final-Recipient: rfc822; freja@example.com
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <freja@example.com>:
             Recipient address rejected
            """;

    static String whole(String status, String messageId) {
        return """
                From: MAILER-DAEMON@mx.example.com
                To: feedback@example.com
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

                --cut
                Content-Type: text/plain; charset=utf-8

                I'm sorry to have to inform you

                --cut
                Content-Type: message/delivery-status

                %s
                --cut
                Content-Type: text/rfc822-headers

                From: feedback@example.com
                Message-ID: %s
                Subject: How did it go?

                --cut--
                """.formatted(status, messageId).replace("\n", "\r\n");
    }

    private static DeliveryReport read(String type, String text) {
        return DeliveryReport.read(type, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theWholeMailTellsTheMessageAndTheRecipient() {
        DeliveryReport report = read("message/rfc822", whole(STATUS, "<1@example.com>"));

        assertThat(report.messageId()).contains("<1@example.com>");
        assertThat(report.recipients())
                .containsExactly(new DeliveryReport.Recipient(
                        "freja@example.com",
                        "failed",
                        "5.1.1",
                        Optional.of("550 5.1.1 <freja@example.com>: Recipient address rejected")));
    }

    @Test
    void theBodyAloneAndThePartAloneAreEnough() {
        String whole = whole(STATUS, "<1@example.com>");
        String body = whole.substring(whole.indexOf("--cut"));

        assertThat(read("multipart/report; report-type=delivery-status; boundary=cut", body))
                .isEqualTo(read("message/rfc822", whole));
        assertThat(read("message/delivery-status", STATUS).recipients())
                .isEqualTo(read("message/rfc822", whole).recipients());
    }

    @Test
    void theAddressThatWeWroteToIsTheOneThatBounced() {
        DeliveryReport report = read("message/delivery-status", """
                Reporting-MTA: dns; mx.example.com
                X-Original-Message-ID: <2@example.com>

                Original-Recipient: rfc822;freja@example.com
                Final-Recipient: rfc822;forwarded@elsewhere.example
                Action: failed
                Status: 5.1.1 (no such user)
                """);

        assertThat(report.messageId()).contains("<2@example.com>");
        assertThat(report.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.email()).isEqualTo("freja@example.com");
            assertThat(recipient.bounce()).contains(ReportBounce.Kind.HARD);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, HARD",
        "Failed, 5.2.1, HARD",
        "failed, 5.2.2, SOFT",
        "failed, 5.7.1, SOFT",
        "failed, 4.4.7, SOFT",
        "failed, '', SOFT",
        "delayed, 4.4.1, SOFT",
        "delivered, 2.0.0,",
        "relayed, 2.1.5,"
    })
    void onlyAMissingMailboxIsHard(String action, String status, ReportBounce.Kind kind) {
        DeliveryReport report =
                read("message/delivery-status", STATUS.replace("failed", action).replace("5.1.1\n", status + "\n"));

        assertThat(report.recipients().getFirst().bounce()).isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0000",
                "Hello",
                "Reporting-MTA: dns; mx.example.com",
                "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; no address\nAction: failed",
                "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@example.com"
            })
    void whatIsNoReportIsRefused(String text) {
        for (String type : new String[] {
            "message/delivery-status", "message/rfc822", "multipart/report; boundary=cut", "multipart/report"
        }) {
            assertThatThrownBy(() -> read(type, text)).isInstanceOf(UnreadableReport.class);
        }
    }
}
