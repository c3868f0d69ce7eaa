/** The report on a comparison. */
@NullMarked
package dev.plenum.report.comparison;

import org.jspecify.annotations.NullMarked;
