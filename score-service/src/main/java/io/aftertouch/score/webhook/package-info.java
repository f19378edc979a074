/** Webhooks as people set them up: where they lead, what they are told, and what they are signed with. */
package io.aftertouch.score.webhook;
