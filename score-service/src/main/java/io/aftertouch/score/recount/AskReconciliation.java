package io.aftertouch.score.recount;

import java.time.YearMonth;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for a recount.
 *
 * @param repair whether what is wrong is put right; otherwise it is only reported
 * @param respondents whether answers of single respondents that are not known here are brought back, for CRMs; left out: not
 * @param touchpoint only this one; left out: all
 * @param month only this one, of UTC; left out: all
 */
@Schema(name = "AskReconciliation")
record AskReconciliation(
        boolean repair,
        Boolean respondents,
        @Size(min = 1, max = 64) String touchpoint,

        @Schema(examples = "2026-11") @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
        String month) {

    YearMonth yearMonth() {
        return month == null ? null : YearMonth.parse(month);
    }

    boolean bringsBackRespondents() {
        return Boolean.TRUE.equals(respondents);
    }

    long mostRepaired() {
        return repair ? Long.MAX_VALUE : 0;
    }
}
