/**
 * The whole suite on one machine: starts its parts in their order, watches over them, and stops them in the opposite order.
 *
 * <p>Each part is a process; {@link io.aftertouch.local.suite.PartKeeper} keeps one alive, {@link io.aftertouch.local.suite.Suite} all of them.
 */
package io.aftertouch.local.suite;
