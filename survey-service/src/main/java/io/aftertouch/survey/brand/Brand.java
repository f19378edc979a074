package io.aftertouch.survey.brand;

/**
 * How customers recognise the company.
 *
 * @param name its name
 * @param logo null when it has none
 * @param accent null for the colours of the house
 */
public record Brand(String name, Logo logo, Accent accent) {}
