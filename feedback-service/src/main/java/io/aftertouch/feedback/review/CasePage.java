package io.aftertouch.feedback.review;

import java.util.List;

/**
 * A page of a list of cases.
 *
 * @param total how many cases pass the filter, counted no further than a limit
 */
public record CasePage(List<CaseWithAnswer> cases, int total) {}
