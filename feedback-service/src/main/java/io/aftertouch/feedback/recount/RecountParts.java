package io.aftertouch.feedback.recount;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that can be counted again, in order of touchpoint and month. */
@Schema(name = "RecountParts")
record RecountParts(List<Part> parts) {

    /**
     * The answers of a touchpoint in one month.
     *
     * @param month of UTC, {@code 2026-11}
     */
    @Schema(name = "RecountPart")
    record Part(String touchpoint, String month) {}
}
