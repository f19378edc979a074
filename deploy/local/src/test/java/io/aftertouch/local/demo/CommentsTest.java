package io.aftertouch.local.demo;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommentsTest {

    private static final int TRIES = 30;

    private final Comments comments = new Comments(new Random(1));

    @ParameterizedTest
    @ValueSource(strings = {"da", "sv", "nb", "en", "de"})
    void everyLanguageHasWordsForEveryBandAtEveryTouchpoint(String language) {
        for (Band band : Band.values()) {
            List<String> topics = Stream.of(Touchpoint.values())
                    .map(Touchpoint::topic)
                    .distinct()
                    .toList();
            assertThat(topics).allSatisfy(topic -> assertThat(comments.sentences(language, band, topic))
                    .as(band + " " + topic)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .doesNotHaveDuplicates());
            assertThat(topics.stream()
                            .mapToInt(topic ->
                                    comments.sentences(language, band, topic).size())
                            .sum())
                    .isGreaterThanOrEqualTo(15);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "sv", "nb", "en", "de"})
    void nothingIsLeftToFillIn(String language) {
        for (Trouble trouble : Trouble.values()) {
            for (Band band : Band.values()) {
                String topic = trouble.touchpoint().topic();
                assertThat(IntStream.range(0, TRIES)
                                .mapToObj(i -> comments.write(language, band, trouble.topic(), topic)))
                        .noneMatch(comment -> comment.contains("{") || comment.isBlank());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void noSentenceComesAgainBeforeTheOthersWereUsed(String language) {
        List<String> stock = comments.sentences(language, Band.NEGATIVE, "store");
        assertThat(stock.stream().map(ignored -> comments.write(language, Band.NEGATIVE, "store", "store")))
                .extracting(comment -> comment.substring(0, 12))
                .doesNotHaveDuplicates();
    }
}
