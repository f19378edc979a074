package io.aftertouch.feedback.response;

import java.util.List;
import java.util.UUID;

/** Something that hangs on answers and tells who gave them: it is forgotten in the transaction in which the answers are. */
public interface AnswerTraces {

    /** Doing so twice is doing so once. */
    void forget(List<UUID> responses);
}
