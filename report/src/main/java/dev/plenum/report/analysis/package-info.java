/** What an analysis of a classifier found, as text, as a page and as JSON. */
@NullMarked
package dev.plenum.report.analysis;

import org.jspecify.annotations.NullMarked;
