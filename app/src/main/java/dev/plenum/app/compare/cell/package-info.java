/** One training of a comparison: in its own JVM, what is measured, and the files that it leaves. */
@NullMarked
package dev.plenum.app.compare.cell;

import org.jspecify.annotations.NullMarked;
