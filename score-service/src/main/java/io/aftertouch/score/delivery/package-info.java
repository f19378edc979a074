/** How webhooks are told: a message for each event that they want, posted until it is taken or given up, with a log of every attempt. */
package io.aftertouch.score.delivery;
