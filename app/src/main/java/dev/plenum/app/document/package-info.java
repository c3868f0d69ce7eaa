/** Files of text that may come from anybody: read as data, within bounds. */
@NullMarked
package dev.plenum.app.document;

import org.jspecify.annotations.NullMarked;
