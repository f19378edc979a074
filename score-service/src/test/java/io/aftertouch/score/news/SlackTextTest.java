package io.aftertouch.score.news;

import java.net.URI;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.platform.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlackTextTest {

    private static final URI PAGE = URI.create("https://feedback.example.com/page?a=1&b=2");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SlackText slack = new SlackText(key -> "Ticket <closed> & done");

    @Test
    void anAnswerIsOneSentenceAndALink() throws Exception {
        assertThat(slack.of(response("response.recorded")))
                .isEqualTo("An answer: NPS 2 (negative), with a comment at Ticket &lt;closed&gt; &amp; done."
                        + " <https://feedback.example.com/page?a=1&amp;b=2|Show such answers>");
        assertThat(slack.of(response("response.revised")))
                .startsWith("An answer was changed from 2 to NPS 9 (positive) at ");
        assertThat(slack.of(response("response.withdrawn")))
                .startsWith("An answer was taken back: NPS 9 (positive) at ");
    }

    @Test
    void aCaseSaysWhyItIsThereAndThenHowFarItIs() throws Exception {
        assertThat(slack.of(
                        NewsType.CASE_OPENED,
                        event("case.opened").as(ToldCase.class).at(PAGE)))
                .startsWith("A review case was opened: low score at ");
        assertThat(slack.of(
                        NewsType.CASE_CHANGED,
                        event("case.changed").as(ToldCase.class).at(PAGE)))
                .startsWith("A review case is now resolved at ");
    }

    @ParameterizedTest
    @CsvSource({
        "invitation.scheduled, Somebody will be asked at ",
        "invitation.sent, Somebody was asked at ",
        "invitation.answered, An invitation was answered at ",
        "invitation.expired, The time to answer is over at ",
        "invitation.cancelled, An invitation was taken back before it was sent (opted out) at ",
        "invitation.bounced, There is no such mailbox (address bounced) at ",
        "invitation.failed, An invitation could not be delivered (address refused) at "
    })
    void anInvitationSaysItsStepAndTheReason(String type, String sentence) throws Exception {
        assertThat(slack.of(
                        NewsType.of(type).orElseThrow(),
                        event(type).as(ToldInvitation.class).at(PAGE)))
                .startsWith(sentence + " Ticket");
    }

    private static ToldResponse response(String type) throws Exception {
        return event(type).as(ToldResponse.class).at(PAGE);
    }

    private static ReceivedEvent event(String type) throws Exception {
        return new ReceivedEvent(UUID.randomUUID(), type, "key", null, JSON.readTree(Contracts.example(type)));
    }
}
