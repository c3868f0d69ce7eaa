/** A training run from its data to the files that it leaves. */
@NullMarked
package dev.plenum.app.train;

import org.jspecify.annotations.NullMarked;
