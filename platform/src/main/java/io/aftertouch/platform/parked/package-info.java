/** What a service could not apply, shown to whoever can mend the cause. */
package io.aftertouch.platform.parked;
