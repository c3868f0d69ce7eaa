package dev.plenum.interchange.onnx.reading;

/** What is known of a value in a graph. */
sealed interface Known permits Literal, Signal {}
