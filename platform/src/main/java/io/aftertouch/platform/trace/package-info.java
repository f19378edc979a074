/** What belongs together, from service to service: the trace context of the W3C in requests, events and log lines. */
package io.aftertouch.platform.trace;
