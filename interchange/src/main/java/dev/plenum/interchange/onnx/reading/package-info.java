/** Classifiers in the ONNX format, as others' programs write them. */
@NullMarked
package dev.plenum.interchange.onnx.reading;

import org.jspecify.annotations.NullMarked;
