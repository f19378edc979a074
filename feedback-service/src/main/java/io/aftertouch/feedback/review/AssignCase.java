package io.aftertouch.feedback.review;

import jakarta.validation.constraints.NotBlank;

import io.aftertouch.feedback.response.Text;

/** Who is to have a case. */
record AssignCase(@NotBlank @Text(min = 1, max = 128) String assignee) {}
