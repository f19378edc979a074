/**
 * What must never happen, tried out: parts of a running suite are killed, frozen, cut off and flooded while customers answer, and afterwards a ledger of
 * all that was asked is held against all that is stored. {@code deploy/test --faults} runs all of it; docs/faults.md tells how to read it.
 */
package io.aftertouch.local.fault;
