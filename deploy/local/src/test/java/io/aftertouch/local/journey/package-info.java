/**
 * Journeys over the whole suite as {@code deploy/run} starts it: one suite for all of them, with its own data folder and free ports. They speak to it as
 * customers, colleagues and other systems do, and know nothing of its inside.
 */
package io.aftertouch.local.journey;
