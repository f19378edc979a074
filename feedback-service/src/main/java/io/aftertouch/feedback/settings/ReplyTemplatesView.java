package io.aftertouch.feedback.settings;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The words that replies start from, as the API shows them. */
@Schema(name = "ReplyTemplates")
record ReplyTemplatesView(
        @Schema(description = "The ETag; 0 while nobody has changed them.")
        int version,

        List<ChangeReplyTemplates.TemplateWish> templates) {

    static ReplyTemplatesView of(Versioned<ReplyTemplates> current) {
        return new ReplyTemplatesView(
                current.version(), ChangeReplyTemplates.of(current.value()).templates());
    }
}
