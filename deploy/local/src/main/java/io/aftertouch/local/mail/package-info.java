/** The mail server of one machine: it takes every e-mail, sends none on, and shows them at {@code /mail}. */
package io.aftertouch.local.mail;
