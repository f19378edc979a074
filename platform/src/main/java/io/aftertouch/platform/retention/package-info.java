/** How long each kind of data about people is kept, and what takes it away after that. */
package io.aftertouch.platform.retention;
