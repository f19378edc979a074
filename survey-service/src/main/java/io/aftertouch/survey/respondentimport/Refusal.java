package io.aftertouch.survey.respondentimport;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a row was not taken. Nothing that stood in it is repeated.
 *
 * @param line where the row begins in the file; the first is 1
 */
@Schema(name = "ImportRefusal")
record Refusal(long line, String field, String reason) {}
