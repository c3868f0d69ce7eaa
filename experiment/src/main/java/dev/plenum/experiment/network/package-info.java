/** The batch-normalised and residual networks that come with it, for images of any shape. */
@NullMarked
package dev.plenum.experiment.network;

import org.jspecify.annotations.NullMarked;
