/** Reports on recipes with names. */
@NullMarked
package dev.plenum.report.attempt;

import org.jspecify.annotations.NullMarked;
