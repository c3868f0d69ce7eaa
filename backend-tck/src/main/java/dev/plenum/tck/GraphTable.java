package dev.plenum.tck;

import static dev.plenum.api.network.Activation.HARD_SIGMOID;
import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SILU;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import dev.plenum.api.random.Seed;
import dev.plenum.tck.reference.RandomNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Networks with branches: every merge, what people build, and what chance makes. */
final class GraphTable {
  private static final long RANDOM = 30;

  private GraphTable() {}

  static List<NetworkCase> all() {
    List<NetworkCase> all = new ArrayList<>();
    Map.<String, Merge>of(
            "Add", Add::of,
            "Average", Average::of,
            "Maximum", Maximum::of,
            "Multiply", Multiply::of,
            "Concatenate", Concatenate::of)
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(merge -> all.addAll(merged(merge.getKey(), merge.getValue())));
    all.addAll(scaled());
    all.addAll(forks());
    all.addAll(blocks());
    all.addAll(LongStream.range(0, RANDOM)
        .mapToObj(number ->
            new NetworkCase("random network " + number, RandomNetworks.draw(new Seed(number))))
        .toList());
    return all;
  }

  private interface Merge {
    Value of(Value first, Value second, Value... more);
  }

  private static Value conv(Value value, int filters) {
    return value.then(Conv2D.of(filters, 3).padding(SAME).activation(TANH));
  }

  private static List<NetworkCase> merged(String name, Merge merge) {
    return List.of(
        NetworkCase.of(
            name + " of two images",
            Shape.of(5, 4, 2),
            images -> merge.of(conv(images, 3), conv(images, 3))),
        NetworkCase.of(
            name + " of three images",
            Shape.of(4, 5, 1),
            images -> merge.of(conv(images, 5), conv(images, 5), conv(images, 5))),
        NetworkCase.of(
            name + " with the images themselves",
            Shape.of(4, 4, 3),
            images -> merge.of(images, conv(images, 3))),
        NetworkCase.of(name + " of vectors", Shape.of(3, 3, 1), images -> {
          Value flat = images.then(Flatten.instance(), Dense.of(6).activation(TANH));
          return merge.of(flat.then(Dense.of(6)), flat);
        }),
        NetworkCase.of(name + " of a value with itself", Shape.of(3, 4, 2), images -> {
          Value value = conv(images, 3);
          return merge.of(value, value);
        }));
  }

  /** A value of one pixel that scales channels, at either place and of either value's making. */
  private static List<NetworkCase> scaled() {
    GlobalAveragePooling2D mean = GlobalAveragePooling2D.instance().keepDims(true);
    return List.of(
        NetworkCase.of("channels scaled by a second value", Shape.of(5, 4, 2), images -> {
          Value value = conv(images, 3);
          return Multiply.of(value, value.then(mean, Conv2D.of(3, 1).activation(SIGMOID)));
        }),
        NetworkCase.of(
            "channels scaled by a first value",
            Shape.of(4, 5, 2),
            images -> Multiply.of(conv(images, 3).then(mean), conv(images, 3))),
        NetworkCase.of(
            "channels scaled twice",
            Shape.of(3, 5, 3),
            images -> Multiply.of(
                images.then(mean, Conv2D.of(4, 1)),
                conv(images, 4),
                conv(images, 4).then(mean))),
        NetworkCase.of(
            "the images' channels scaled",
            Shape.of(3, 5, 3),
            images -> Multiply.of(images, images.then(mean, Conv2D.of(3, 1)))),
        NetworkCase.of(
            "images of one pixel multiplied",
            Shape.of(1, 1, 3),
            images -> Multiply.of(conv(images, 3), conv(images, 3))));
  }

  private static List<NetworkCase> forks() {
    return List.of(
        NetworkCase.of("a value with four readers", Shape.of(5, 5, 1), images -> {
          Value value = conv(images, 4);
          Value pooled = value.then(MaxPool2D.of(2).strides(1).padding(SAME));
          return Add.of(value, Multiply.of(value, pooled), conv(value, 4));
        }),
        NetworkCase.of("a long way and a short one", Shape.of(6, 5, 2), images -> {
          Value start = conv(images, 3);
          Value far = conv(conv(start, 5), 4).then(Dropout.of(0.3));
          return Concatenate.of(far, start, images);
        }),
        NetworkCase.of("branches that join in two steps", Shape.of(4, 6, 1), images -> {
          Value left = conv(images, 2);
          Value right = conv(images, 2);
          Value both = Add.of(left, right);
          return Concatenate.of(both, Maximum.of(right, both), left);
        }),
        NetworkCase.of("frozen before a fork", Shape.of(5, 4, 2), images -> {
              Value start = conv(images, 3).then(BatchNormalization.defaults());
              return Add.of(start, conv(start, 3));
            })
            .frozen("conv2d", "batch_normalization"),
        NetworkCase.of("one branch frozen", Shape.of(5, 4, 2), images -> {
              Value start = conv(images, 3);
              return Add.of(conv(start, 4), conv(start, 4).then(BatchNormalization.defaults()));
            })
            .frozen("conv2d_2", "batch_normalization"));
  }

  private static List<NetworkCase> blocks() {
    BatchNormalization norm = BatchNormalization.defaults();
    return List.of(
        NetworkCase.of("two residual blocks, the second one smaller", Shape.of(8, 7, 3), images -> {
          Value stem = images.then(kernel(4, 3, 1), norm, RELU.layer());
          Value inner = stem.then(kernel(4, 3, 1), norm, RELU.layer(), kernel(4, 3, 1), norm);
          Value first = Add.of(stem, inner).then(RELU.layer());
          Value smaller = first.then(kernel(6, 3, 2), norm, RELU.layer(), kernel(6, 3, 1), norm);
          return Add.of(first.then(kernel(6, 1, 2), norm), smaller)
              .then(RELU.layer(), GlobalAveragePooling2D.instance());
        }),
        NetworkCase.of("squeeze and excite with dense layers", Shape.of(6, 7, 2), images -> {
          Value value = images.then(kernel(8, 3, 1), norm, SILU.layer());
          Value factors = value.then(
              GlobalAveragePooling2D.instance(),
              Dense.of(2).activation(RELU),
              Dense.of(8).activation(HARD_SIGMOID),
              Reshape.of(1, 1, 8));
          return Multiply.of(value, factors).then(GlobalMaxPooling2D.instance());
        }),
        NetworkCase.of("branches of several kernel sizes", Shape.of(7, 6, 3), images -> {
          Value one = images.then(Conv2D.of(2, 1).activation(RELU));
          Value three = images.then(
              Conv2D.of(3, 1).activation(RELU), Conv2D.of(4, 3).padding(SAME).activation(RELU));
          Value five = images.then(Conv2D.of(5, 5).padding(SAME).activation(RELU));
          Value pool = images.then(
              AveragePooling2D.of(3).strides(1).padding(SAME), Conv2D.of(3, 1).activation(RELU));
          return Concatenate.of(one, three, five, pool).then(MaxPool2D.of(2));
        }),
        NetworkCase.of("densely connected layers", Shape.of(6, 6, 1), images -> {
          Value value = images.then(Conv2D.of(3, 3).padding(SAME));
          for (int i = 0; i < 2; i++) {
            value = Concatenate.of(value, value.then(norm, RELU.layer(), kernel(2, 3, 1)));
          }
          return value.then(AveragePooling2D.of(2));
        }));
  }

  private static Conv2D kernel(int filters, int size, int stride) {
    return Conv2D.of(filters, size).strides(stride).padding(SAME).bias(false);
  }
}
