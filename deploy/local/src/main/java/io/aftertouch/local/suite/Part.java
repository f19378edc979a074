package io.aftertouch.local.suite;

import java.time.Duration;

import io.aftertouch.embedded.ServerProcess;

/** A process that belongs to the suite. */
interface Part {

    /** What people call it, and how its files are named. */
    String name();

    /** Starts it and returns when it is ready. Fails with {@link io.aftertouch.embedded.StartFailure}, leaving no process behind. */
    ServerProcess start();

    /** How long it may take to end in order. */
    Duration patience();
}
