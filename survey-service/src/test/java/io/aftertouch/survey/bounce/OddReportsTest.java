package io.aftertouch.survey.bounce;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.aftertouch.platform.problem.ProblemException;
import io.aftertouch.platform.testing.intruder.OddTexts;
import org.junit.jupiter.api.Test;

/** Whatever a mail server says that it is, a report is read or refused. */
class OddReportsTest {

    private static final String STATUS = """
            Reporting-MTA: dns; mail.example.com\r
            X-Original-Message-ID: <1@feedback.example.com>\r
            \r
            Final-Recipient: rfc822; freja@example.com\r
            Action: failed\r
            Status: 5.1.1\r
            Diagnostic-Code: smtp; 550 5.1.1 No such user\r
            """;
    private static final String REPORT = "--b\r\nContent-Type: message/delivery-status\r\n\r\n" + STATUS
            + "\r\n--b\r\nContent-Type: text/rfc822-headers; charset=\"us-ascii\"\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\nMessage-ID: <1@feedback.example.com>\r\n\r\n--b--\r\n";
    private static final String TYPE = "multipart/report; report-type=delivery-status; boundary=b";

    @Test
    void bodies() {
        OddTexts.feed(text -> read(TYPE, text), List.of(REPORT), ProblemException.class);
        OddTexts.feed(text -> read("message/delivery-status", text), List.of(STATUS), ProblemException.class);
        OddTexts.feed(
                text -> read("message/rfc822", text),
                List.of("Content-Type: " + TYPE + "\r\nSubject: Undelivered\r\n\r\n" + REPORT),
                ProblemException.class);
    }

    @Test
    void types() {
        OddTexts.feed(type -> read(type, REPORT), List.of(TYPE, "message/rfc822"), ProblemException.class);
    }

    private static void read(String type, String body) {
        DeliveryReport.read(type, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
