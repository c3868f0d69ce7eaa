package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** The one place where a kind of layer is matched with Deeplearning4j's. */
final class NnLayers implements AutoCloseable {
  private final Seed seed;
  private final GivenStep step;
  private final GivenLoss loss;
  private final List<KeyedDropout> dropouts = new ArrayList<>();

  NnLayers(Seed seed, GivenStep step, GivenLoss loss) {
    this.seed = seed;
    this.step = step;
    this.loss = loss;
  }

  /** Whether a layer only shows its input in another shape, which is a preprocessor there. */
  static boolean reshapes(Operation operation) {
    return operation instanceof Flatten || operation instanceof Reshape;
  }

  /** The last layer, which has the loss: its outputs are the logits. */
  Layer last(PlacedLayer layer) {
    if (layer.spec() instanceof Dense dense) {
      return new OutputLayer.Builder(loss)
          .name(layer.name())
          .nIn(layer.input().size())
          .nOut(dense.units())
          .hasBias(dense.kernel().bias())
          .activation((IActivation) new ActivationIdentity())
          .build();
    }
    return new LossLayer.Builder(loss)
        .name(layer.name())
        .activation((IActivation) new ActivationIdentity())
        .build();
  }

  /** A layer before the last. */
  Layer of(PlacedLayer layer) {
    Layer made = make(layer);
    made.setLayerName(layer.name());
    return made;
  }

  private Layer make(PlacedLayer layer) {
    Operation spec = layer.spec();
    if (spec instanceof Conv2D conv) {
      return convolution(conv, layer);
    } else if (spec instanceof DepthwiseConv2D conv) {
      return depthwise(conv, layer);
    } else if (spec instanceof SeparableConv2D conv) {
      return separable(conv, layer);
    } else if (spec instanceof Dense dense) {
      return new DenseLayer.Builder()
          .nIn(layer.input().size())
          .nOut(dense.units())
          .hasBias(dense.kernel().bias())
          .activation(KerasActivation.of(dense.activation().function()))
          .build();
    } else if (spec instanceof BatchNormalization norm) {
      return normalization(norm, layer);
    }
    return withoutParameters(spec, layer);
  }

  private static ConvolutionLayer convolution(Conv2D spec, PlacedLayer layer) {
    Window window = spec.window();
    ConvolutionLayer.Builder builder = new ConvolutionLayer.Builder(kernel(window))
        .stride(strides(window))
        .dilation(dilations(window))
        .convolutionMode(mode(window))
        .dataFormat(CNN2DFormat.NCHW)
        .nIn(layer.input().channels())
        .nOut(spec.filters())
        .hasBias(spec.kernel().bias())
        .activation(KerasActivation.of(spec.activation().function()));
    return OneDnnConvolution.of(builder, window.isDilated());
  }

  private static Layer depthwise(DepthwiseConv2D spec, PlacedLayer layer) {
    Window window = spec.window();
    return new DepthwiseConvolution2D.Builder(kernel(window))
        .stride(strides(window))
        .dilation(dilations(window))
        .convolutionMode(mode(window))
        .dataFormat(CNN2DFormat.NCHW)
        .depthMultiplier(spec.multiplier())
        .nIn(layer.input().channels())
        .nOut(layer.output().channels())
        .hasBias(spec.kernel().bias())
        .activation(KerasActivation.of(spec.activation().function()))
        .build();
  }

  private static Layer separable(SeparableConv2D spec, PlacedLayer layer) {
    Window window = spec.window();
    return new SeparableConvolution2D.Builder(kernel(window))
        .stride(strides(window))
        .convolutionMode(mode(window))
        .dataFormat(CNN2DFormat.NCHW)
        .depthMultiplier(spec.multiplier())
        .nIn(layer.input().channels())
        .nOut(spec.filters())
        .hasBias(spec.kernel().bias())
        .activation(KerasActivation.of(spec.activation().function()))
        .build();
  }

  private static Layer normalization(BatchNormalization spec, PlacedLayer layer) {
    var made = layer.frozen() || !layer.input().isImage()
        ? new KerasBatchNormalization(layer.frozen())
        : new org.deeplearning4j.nn.conf.layers.BatchNormalization();
    made.setNIn(layer.input().lastDimension());
    made.setNOut(layer.input().lastDimension());
    made.setDecay(spec.momentum());
    made.setEps(spec.epsilon());
    made.setUseLogStd(false);
    made.setCnn2DFormat(CNN2DFormat.NCHW);
    return made;
  }

  private Layer withoutParameters(Operation spec, PlacedLayer layer) {
    if (spec instanceof MaxPool2D pool) {
      return pooling(SubsamplingLayer.PoolingType.MAX, pool.window());
    } else if (spec instanceof AveragePooling2D pool) {
      return pooling(SubsamplingLayer.PoolingType.AVG, pool.window());
    } else if (spec instanceof GlobalMaxPooling2D pool) {
      return global(PoolingType.MAX, pool.keepDims());
    } else if (spec instanceof GlobalAveragePooling2D pool) {
      return global(PoolingType.AVG, pool.keepDims());
    } else if (spec instanceof ZeroPadding2D padding) {
      var margins = padding.margins();
      return new ZeroPaddingLayer.Builder(
              margins.top(), margins.bottom(), margins.left(), margins.right())
          .dataFormat(CNN2DFormat.NCHW)
          .build();
    } else if (spec instanceof Cropping2D cropping) {
      var margins = cropping.margins();
      return new org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D.Builder(
              margins.top(), margins.bottom(), margins.left(), margins.right())
          .dataFormat(CNN2DFormat.NCHW)
          .build();
    } else if (spec instanceof Dropout dropout) {
      return dropout(KeyedDropout.ofUnits(mask(layer, dropout.rate()), layer.input(), step));
    } else if (spec instanceof SpatialDropout2D dropout) {
      return dropout(KeyedDropout.ofChannels(mask(layer, dropout.rate()), layer.input(), step));
    }
    return new ActivationLayer(function(spec, layer));
  }

  private static IActivation function(Operation spec, PlacedLayer layer) {
    if (spec instanceof ElementwiseSpec elementwise) {
      return KerasActivation.of(elementwise.function());
    } else if (spec instanceof Rescaling rescaling) {
      return ScaleAndShift.of(rescaling, layer.input().lastDimension());
    } else if (spec instanceof Normalization normalization) {
      return ScaleAndShift.of(normalization);
    }
    throw new IllegalArgumentException("no code for layer type " + spec.type());
  }

  private DropoutMask mask(PlacedLayer layer, double rate) {
    return new DropoutMask(seed, layer.index(), rate);
  }

  private Layer dropout(KeyedDropout dropout) {
    dropouts.add(dropout);
    return new DropoutLayer.Builder(dropout).build();
  }

  private static Layer pooling(SubsamplingLayer.PoolingType type, Window window) {
    return new SubsamplingLayer.Builder(type, kernel(window), strides(window))
        .convolutionMode(mode(window))
        .dataFormat(CNN2DFormat.NCHW)
        .build();
  }

  private static Layer global(PoolingType type, boolean keepDimensions) {
    return new GlobalPoolingLayer.Builder(type)
        .collapseDimensions(!keepDimensions)
        .build();
  }

  private static int[] kernel(Window window) {
    return new int[] {window.height(), window.width()};
  }

  private static int[] strides(Window window) {
    return new int[] {window.strideY(), window.strideX()};
  }

  private static int[] dilations(Window window) {
    return new int[] {window.dilationY(), window.dilationX()};
  }

  private static ConvolutionMode mode(Window window) {
    return window.padding() == Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate;
  }

  @Override
  public void close() {
    dropouts.forEach(KeyedDropout::close);
  }
}
