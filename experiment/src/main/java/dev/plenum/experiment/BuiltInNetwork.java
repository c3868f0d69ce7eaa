package dev.plenum.experiment;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.experiment.network.EarlyPool;
import dev.plenum.experiment.network.MobileNetS;
import dev.plenum.experiment.network.PooledBlocks;
import dev.plenum.experiment.network.ResNet;
import dev.plenum.experiment.network.SeNet;
import dev.plenum.experiment.network.VggBn;
import dev.plenum.experiment.network.VggS;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The networks of the reference experiment, and some that are built as today's are; for images of any shape. */
public enum BuiltInNetwork implements NetworkSource {
  /** Two convolutions and a hidden layer: 128,924 parameters on MNIST. */
  SIMPLE_CONV("simple-conv") {
    @Override
    public Network network(Shape images, int classes) {
      return Sequential.of(
          images,
          convolution(10, 5),
          convolution(10, 5),
          MaxPool2D.of(2),
          Flatten.instance(),
          Dense.of(64).activation(RELU),
          Dropout.of(0.2),
          scores(classes));
    }
  },
  /** Two hidden layers, no convolution: 535,818 parameters on MNIST. */
  DENSE("dense") {
    @Override
    public Network network(Shape images, int classes) {
      return Sequential.of(
          images,
          Flatten.instance(),
          Dense.of(512).activation(RELU),
          Dropout.of(0.2),
          Dense.of(256).activation(RELU),
          Dropout.of(0.2),
          scores(classes));
    }
  },
  /** Four convolutions and a hidden layer: 887,530 parameters on MNIST. */
  DEEP_CONV("deep-conv") {
    @Override
    public Network network(Shape images, int classes) {
      return Sequential.of(
          images,
          convolution(32, 5),
          convolution(32, 5),
          MaxPool2D.of(2),
          Dropout.of(0.25),
          convolution(64, 3),
          convolution(64, 3),
          MaxPool2D.of(2),
          Flatten.instance(),
          Dense.of(256).activation(RELU),
          Dropout.of(0.2),
          scores(classes));
    }
  },
  /** A {@link ResNet} of three basic blocks: 78,426 parameters on MNIST. */
  RESNET_8("resnet-8") {
    @Override
    public Network network(Shape images, int classes) {
      return ResNet.of(images, classes, 1);
    }
  },
  /** A {@link ResNet} of nine basic blocks. */
  RESNET_20("resnet-20") {
    @Override
    public Network network(Shape images, int classes) {
      return ResNet.of(images, classes, 3);
    }
  },
  /** Four convolutions with batch normalisation, see {@link VggBn}. */
  VGG_BN("vgg-bn") {
    @Override
    public Network network(Shape images, int classes) {
      return VggBn.of(images, classes);
    }
  },
  /** Depthwise separable convolutions, see {@link MobileNetS}. */
  MOBILENET_S("mobilenet-s") {
    @Override
    public Network network(Shape images, int classes) {
      return MobileNetS.of(images, classes);
    }
  },
  /** Squeeze-and-excite, see {@link SeNet}. */
  SE_NET("se-net") {
    @Override
    public Network network(Shape images, int classes) {
      return SeNet.of(images, classes);
    }
  },
  /** Two convolutions that are pooled at once, see {@link EarlyPool}: 215,194 parameters on MNIST. */
  EARLY_POOL("early-pool") {
    @Override
    public Network network(Shape images, int classes) {
      return EarlyPool.of(images, classes);
    }
  },
  /** Five narrow convolutions in three blocks, see {@link VggS}. */
  VGG_S("vgg-s") {
    @Override
    public Network network(Shape images, int classes) {
      return VggS.of(images, classes);
    }
  },
  /** Six convolutions in three blocks, see {@link PooledBlocks#vggM}. */
  VGG_M("vgg-m") {
    @Override
    public Network network(Shape images, int classes) {
      return PooledBlocks.vggM(images, classes);
    }
  },
  /** Five convolutions in three blocks, the first of one, see {@link PooledBlocks#earlyPoolM}. */
  EARLY_POOL_M("early-pool-m") {
    @Override
    public Network network(Shape images, int classes) {
      return PooledBlocks.earlyPoolM(images, classes);
    }
  };

  private final String displayName;

  BuiltInNetwork(String displayName) {
    this.displayName = displayName;
  }

  @Override
  public String displayName() {
    return displayName;
  }

  /**
   * {@return the network of that name; empty if there is none}
   *
   * @param name what users call it: {@code simple-conv}
   */
  public static Optional<NetworkSource> named(String name) {
    return Arrays.stream(values())
        .filter(network -> network.displayName.equals(name))
        .map(NetworkSource.class::cast)
        .findFirst();
  }

  /** {@return the names of all of them} */
  public static List<String> names() {
    return Arrays.stream(values()).map(network -> network.displayName).toList();
  }

  private static LayerSpec convolution(int filters, int kernelSize) {
    return Conv2D.of(filters, kernelSize).padding(SAME).activation(RELU);
  }

  private static LayerSpec scores(int classes) {
    return Dense.of(classes).activation(SOFTMAX);
  }
}
