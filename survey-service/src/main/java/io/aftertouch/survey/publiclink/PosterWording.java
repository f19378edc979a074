package io.aftertouch.survey.publiclink;

/**
 * The words around the question on a poster, in one language.
 *
 * @param scan what to do with the code
 * @param type what comes before the address, for those who type it
 * @param code what the picture is, for those who do not see it
 */
record PosterWording(String scan, String type, String code) {}
