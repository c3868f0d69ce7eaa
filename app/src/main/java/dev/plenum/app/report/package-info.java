/** What reports have in common: pages, tables and how figures are written. */
@NullMarked
package dev.plenum.app.report;

import org.jspecify.annotations.NullMarked;
