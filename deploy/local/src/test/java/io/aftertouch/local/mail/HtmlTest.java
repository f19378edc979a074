package io.aftertouch.local.mail;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTest {

    @Test
    void addressesBecomeLinksAndTheRestStaysText() {
        assertThat(Html.withLinks("Svar <her>: http://localhost:8080/s/abc?score=9&x=1, tak."))
                .isEqualTo(
                        "Svar &lt;her&gt;: <a href=\"http://localhost:8080/s/abc?score=9&amp;x=1\" rel=\"noreferrer\">"
                                + "http://localhost:8080/s/abc?score=9&amp;x=1</a>, tak.");
    }

    @Test
    void noOtherSchemeIsALink() {
        assertThat(Html.withLinks("javascript:alert(1) \"'")).isEqualTo("javascript:alert(1) &quot;&#39;");
    }
}
