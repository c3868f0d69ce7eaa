/** Networks and committees in the ONNX format. */
@NullMarked
package dev.plenum.interchange.onnx;

import org.jspecify.annotations.NullMarked;
