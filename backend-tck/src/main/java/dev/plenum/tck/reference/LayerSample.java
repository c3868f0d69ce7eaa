package dev.plenum.tck.reference;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Shape;

/**
 * A layer that the kit tries, behind a convolution, so that its input has a gradient and is negative in
 * places.
 *
 * @param input the shape of its input
 * @param layer what is tried
 */
public record LayerSample(Shape input, LayerSpec layer) {}
