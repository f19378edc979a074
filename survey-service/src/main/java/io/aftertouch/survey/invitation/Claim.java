package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation that this instance alone works on until the lease ends. The end of the lease also proves the claim: whoever wakes up after
 * it and finds another lease has lost the invitation to somebody else.
 */
public record Claim(UUID invitation, Instant leaseEnds) {}
