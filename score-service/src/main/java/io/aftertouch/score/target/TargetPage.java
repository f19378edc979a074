package io.aftertouch.score.target;

import java.time.Instant;

import io.aftertouch.platform.edit.PageForm;

/** One target, how it does, and the form that changes it. */
public record TargetPage(
        TargetRow row,
        int version,
        String createdBy,
        Instant createdAt,
        Instant asOf,
        PageForm form,
        boolean mayChange) {}
