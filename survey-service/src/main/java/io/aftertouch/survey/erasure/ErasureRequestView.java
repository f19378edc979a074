package io.aftertouch.survey.erasure;

import java.time.Instant;
import java.time.ZoneId;

import io.aftertouch.survey.respondent.ErasureRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A respondent who asked to be erased. */
@Schema(name = "ErasureRequest")
record ErasureRequestView(
        String respondentRef,

        @Schema(description = "When the respondent asked.") Instant askedAt,

        @Schema(description = "By when it has to be carried out: a month after it was asked.")
        Instant dueAt) {

    static ErasureRequestView of(ErasureRequest request, ZoneId zone) {
        return new ErasureRequestView(request.ref(), request.askedAt(), request.dueAt(zone));
    }
}
