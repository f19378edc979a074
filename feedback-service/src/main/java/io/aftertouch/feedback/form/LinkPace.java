package io.aftertouch.feedback.form;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.access.PerAddress;

/** Counts the answers that come through public links from each address: everybody in a shop may have the same one, a script has it alone. */
@ApplicationScoped
class LinkPace {

    private final PerAddress answers;

    LinkPace(FormConfig config) {
        answers = new PerAddress(config.linkAnswersPerMinute());
    }

    /** @return false when this address has sent more than it may */
    boolean allowAnother(String address) {
        return answers.allowAnother(address);
    }
}
