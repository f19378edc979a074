/** Measurements of the whole suite as {@code deploy/run} starts it, on a fresh data folder, as its clients see it. See {@code deploy/bench}. */
package io.aftertouch.local.bench;
