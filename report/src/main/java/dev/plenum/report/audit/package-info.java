/** What an audit of a dataset found, as text and as a page. */
@NullMarked
package dev.plenum.report.audit;

import org.jspecify.annotations.NullMarked;
