package io.aftertouch.feedback.inbox;

/**
 * A reply as somebody has typed it so far.
 *
 * @param id of the reply that it will be, so that a form that is sent twice is one reply
 * @param template key of the template that it started from; may be null
 * @param preview whether it is shown as the customer will read it
 */
record ReplyForm(String id, String template, String language, String subject, String text, boolean preview) {}
