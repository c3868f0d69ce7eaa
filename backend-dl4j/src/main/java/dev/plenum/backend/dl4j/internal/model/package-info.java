/** The model that puts layers, parameters and optimizer together. */
@NullMarked
package dev.plenum.backend.dl4j.internal.model;

import org.jspecify.annotations.NullMarked;
