package io.aftertouch.local.fault;

import java.time.Duration;

/** Something that goes wrong in a suite that is at work. */
interface Fault {

    /** What happens, in a few words. */
    String name();

    /**
     * Has it happen, and returns when it is over as far as it can be ended from outside.
     *
     * @return from the end of the fault until everything was ready again
     */
    Duration strike(Stage stage) throws Exception;

    /** How many e-mails may go out once more because of it. */
    default int secondCopies() {
        return 0;
    }

    /** A fault that consists of doing something. */
    static Fault of(String name, Strike strike) {
        return mailing(name, 0, strike);
    }

    /** One that may have e-mails sent once more. */
    static Fault mailing(String name, int secondCopies, Strike strike) {
        return new Fault() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration strike(Stage stage) throws Exception {
                return strike.on(stage);
            }

            @Override
            public int secondCopies() {
                return secondCopies;
            }
        };
    }

    /** What is done. */
    @FunctionalInterface
    interface Strike {
        Duration on(Stage stage) throws Exception;
    }
}
