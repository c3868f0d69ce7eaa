/** Backends and the live objects they make (models, layers, optimizers), training and evaluation. */
@NullMarked
package dev.plenum.api;

import org.jspecify.annotations.NullMarked;
