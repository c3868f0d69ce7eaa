/** Forward and backward pass of each kind of layer. */
@NullMarked
package dev.plenum.backend.purejava.internal.layers;

import org.jspecify.annotations.NullMarked;
