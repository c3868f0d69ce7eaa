package dev.plenum.backend.dl4j.internal.layers;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A trainable array of a layer, in Keras's layout: parts of the arrays of all parameters.
 *
 * @param values what it is
 * @param gradient of the batch's mean loss
 */
public record ParameterViews(INDArray values, INDArray gradient) {}
