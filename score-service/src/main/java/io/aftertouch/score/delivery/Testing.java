package io.aftertouch.score.delivery;

import java.util.UUID;

import jakarta.inject.Singleton;

/** Posts a test message while somebody waits for how that goes. */
@Singleton
class Testing {

    private final Delivering delivering;
    private final Posting posting;

    Testing(Delivering delivering, Posting posting) {
        this.delivering = delivering;
        this.posting = posting;
    }

    /** @return by what the receiver knows the message */
    UUID test(UUID webhook) {
        Parcel parcel = delivering.takeTest(webhook);
        delivering.writeDownTest(parcel, posting.post(parcel));
        return parcel.message().eventId();
    }
}
