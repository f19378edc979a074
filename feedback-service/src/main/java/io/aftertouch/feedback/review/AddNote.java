package io.aftertouch.feedback.review;

import jakarta.validation.constraints.NotBlank;

import io.aftertouch.feedback.response.Text;

/** A note for colleagues. */
record AddNote(@NotBlank @Text(max = 4_000) String text) {}
