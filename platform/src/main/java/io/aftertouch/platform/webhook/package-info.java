/** Calls to addresses that a customer of ours chose: signed by Standard Webhooks 1.0, and kept away from our own network. */
package io.aftertouch.platform.webhook;
