/** The report on the reference experiment. */
@NullMarked
package dev.plenum.report.reference;

import org.jspecify.annotations.NullMarked;
