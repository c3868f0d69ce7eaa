/**
 * Model files, checkpoints and run records: networks and provenance as JSON, tensors as safetensors.
 */
@NullMarked
package dev.plenum.persistence;

import org.jspecify.annotations.NullMarked;
