package io.aftertouch.feedback.reply;

import io.aftertouch.feedback.response.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reply by e-mail, as somebody wants to send it: own words, a template, or a template with own words instead of its subject or text. */
record WriteReply(
        @Schema(description = "Key of the template to start from.")
        String template,

        @Schema(description = "en, da, sv, nb or de; the customer's when it is left out.")
        String language,

        @Schema(description = "One line; needed without a template.") @Text(min = 1, max = ReplyWriting.LONGEST_SUBJECT)
        String subject,

        @Schema(
                description =
                        "Needed without a template. The greeting by name and the reason for the e-mail are added when it is sent.")
        @Text(min = 1, max = ReplyWriting.LONGEST_TEXT)
        String text) {}
