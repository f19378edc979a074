/** Brings in answers that another system took in the past, from CSV files. */
package io.aftertouch.feedback.history;
