/** What a comparison comes to: page, Markdown and JSON. */
@NullMarked
package dev.plenum.app.compare.report;

import org.jspecify.annotations.NullMarked;
