package io.aftertouch.local.bench;

/** Something that can be measured. */
interface Benchmark {

    /** What is measured, in a line. */
    String about();

    /** Measures a suite that has just been started with nothing in it, and prints what came out. */
    void measure(MeasuredSuite suite, Report report) throws Exception;
}
