/** The report on an ablation: Markdown, JSON, page. */
@NullMarked
package dev.plenum.report.ablation;

import org.jspecify.annotations.NullMarked;
