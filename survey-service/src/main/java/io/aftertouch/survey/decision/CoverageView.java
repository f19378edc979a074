package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is asked, who is not, and why.
 *
 * @param asOf what became of invitations since then may not be counted yet
 * @param groups the one that was judged most often first
 * @param total of all groups
 */
@Schema(name = "Coverage")
record CoverageView(
        Instant from, Instant to, Instant asOf, String groupBy, List<CoverageRow> groups, CoverageRow total) {}
