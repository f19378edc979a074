/** What only an installation knows: a service does not start in production without it, or with what everybody knows. */
package io.aftertouch.platform.secret;
