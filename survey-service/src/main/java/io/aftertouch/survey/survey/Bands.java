package io.aftertouch.survey.survey;

/** Bands chosen for one survey; null where the scale's usual one holds. */
record Bands(Integer positiveFrom, Integer positiveTo, Integer negativeFrom, Integer negativeTo) {

    static final Bands USUAL = new Bands(null, null, null, null);
}
