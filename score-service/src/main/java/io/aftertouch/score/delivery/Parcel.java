package io.aftertouch.score.delivery;

import java.time.Instant;

import io.aftertouch.score.webhook.Receiver;

/**
 * A message that somebody holds to post it.
 *
 * @param leasedUntil until when it is left to the holder; also tells this holder from the next
 */
record Parcel(Message message, Receiver receiver, Instant leasedUntil) {}
