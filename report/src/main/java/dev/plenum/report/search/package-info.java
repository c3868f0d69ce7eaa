/** The report on a search: page, JSON, charts and tables. */
@NullMarked
package dev.plenum.report.search;

import org.jspecify.annotations.NullMarked;
