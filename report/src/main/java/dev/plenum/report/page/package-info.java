/** Numbers, tables, figures and pages, as text, Markdown and HTML. */
@NullMarked
package dev.plenum.report.page;

import org.jspecify.annotations.NullMarked;
