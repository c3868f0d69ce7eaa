/** The live model: layers, loss and optimizer put together. */
@NullMarked
package dev.plenum.backend.purejava.internal.model;

import org.jspecify.annotations.NullMarked;
