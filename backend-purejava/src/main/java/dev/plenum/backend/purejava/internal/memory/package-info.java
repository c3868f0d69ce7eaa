/** Buffers of images and of trainable values. */
@NullMarked
package dev.plenum.backend.purejava.internal.memory;

import org.jspecify.annotations.NullMarked;
