/** The embedded dataset: handwritten-looking digits, drawn by a seeded pen. */
@NullMarked
package dev.plenum.datasets.internal.digits;

import org.jspecify.annotations.NullMarked;
