/** What operators watch: figures of the service as metrics, on the management port at {@code /q/metrics}. */
package io.aftertouch.platform.figure;
