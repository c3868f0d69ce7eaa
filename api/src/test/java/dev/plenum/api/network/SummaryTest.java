package dev.plenum.api.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of the three reference networks were printed by Keras 3.15. The others follow from its rules
 * (3.16): columns of 31, 22 and 13 characters, or of 19, 17, 10 and 17 where a layer reads several values.
 */
class SummaryTest {
  @Test
  void simpleConvIsPrintedAsKerasDoes() {
    assertEquals("""
        Model: "sequential"
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
        │ conv2d (Conv2D)                 │ (None, 28, 28, 10)     │           260 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ conv2d_1 (Conv2D)               │ (None, 28, 28, 10)     │         2,510 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ max_pooling2d (MaxPooling2D)    │ (None, 14, 14, 10)     │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ flatten (Flatten)               │ (None, 1960)           │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense (Dense)                   │ (None, 64)             │       125,504 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dropout (Dropout)               │ (None, 64)             │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense_1 (Dense)                 │ (None, 10)             │           650 │
        └─────────────────────────────────┴────────────────────────┴───────────────┘
         Total params: 128,924 (503.61 KB)
         Trainable params: 128,924 (503.61 KB)
         Non-trainable params: 0 (0.00 B)
        """, ReferenceNetworks.simpleConv().summary());
  }

  /** 8 of the normalisation's 32 parameters each are gamma, beta, moving mean and moving variance. */
  @Test
  void namesThatAreTooLongForALineAreBrokenAndStateIsNotTrainable() {
    Sequential network = Sequential.of(
        Shape.of(28, 28, 1),
        Conv2D.of(8, 3).padding(Padding.SAME).bias(false),
        BatchNormalization.defaults(),
        Activation.RELU.layer(),
        GlobalAveragePooling2D.instance(),
        Dense.of(10).activation(Activation.SOFTMAX));
    assertEquals("""
        Model: "sequential"
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
        │ conv2d (Conv2D)                 │ (None, 28, 28, 8)      │            72 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ batch_normalization             │ (None, 28, 28, 8)      │            32 │
        │ (BatchNormalization)            │                        │               │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ activation (Activation)         │ (None, 28, 28, 8)      │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ global_average_pooling2d        │ (None, 8)              │             0 │
        │ (GlobalAveragePooling2D)        │                        │               │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense (Dense)                   │ (None, 10)             │            90 │
        └─────────────────────────────────┴────────────────────────┴───────────────┘
         Total params: 194 (776.00 B)
         Trainable params: 178 (712.00 B)
         Non-trainable params: 16 (64.00 B)
        """, network.summary());
  }

  @Test
  void whatIsTooLongForAColumnIsBrokenBetweenWords() {
    LayerSpec[] layers = new LayerSpec[1003];
    Arrays.fill(layers, MaxPool2D.of(1));
    layers[0] = Conv2D.of(700_000_000, 1);
    layers[1001] = Flatten.instance();
    layers[1002] = Dense.of(2);
    List<String> lines =
        Sequential.of(Shape.of(1, 1, 3), layers).summary().lines().toList();
    assertEquals(
        List.of(
            "│ conv2d (Conv2D)                 │ (None, 1, 1,           │ 2,800,000,000 │",
            "│                                 │ 700000000)             │               │"),
        lines.subList(4, 6));
    assertEquals(
        List.of(
            "│ max_pooling2d_999               │ (None, 1, 1,           │             0 │",
            "│ (MaxPooling2D)                  │ 700000000)             │               │"),
        lines.subList(3004, 3006));
  }

  @Test
  void aGraphIsPrintedAsKerasDoesWithWhatEachLayerReads() {
    Graph network = Graph.of(Shape.of(28, 28, 1), images -> {
      Value stem = images.then(conv(3), BatchNormalization.defaults(), Activation.RELU.layer());
      Value shortcut = stem.then(conv(1));
      Value inner = stem.then(conv(3), BatchNormalization.defaults());
      return Add.of(inner, shortcut)
          .then(
              ReLU.instance(),
              GlobalAveragePooling2D.instance(),
              Dense.of(10).activation(Activation.SOFTMAX));
    });
    assertEquals("""
        Model: "functional"
        ┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┓
        ┃ Layer (type)        ┃ Output Shape      ┃    Param # ┃ Connected to      ┃
        ┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━┩
        │ input_layer         │ (None, 28, 28, 1) │          0 │ -                 │
        │ (InputLayer)        │                   │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ conv2d (Conv2D)     │ (None, 28, 28,    │        144 │ input_layer[0][0] │
        │                     │ 16)               │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ batch_normalization │ (None, 28, 28,    │         64 │ conv2d[0][0]      │
        │ (BatchNormalizatio… │ 16)               │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ activation          │ (None, 28, 28,    │          0 │ batch_normalizat… │
        │ (Activation)        │ 16)               │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ conv2d_2 (Conv2D)   │ (None, 28, 28,    │      2,304 │ activation[0][0]  │
        │                     │ 16)               │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ batch_normalizatio… │ (None, 28, 28,    │         64 │ conv2d_2[0][0]    │
        │ (BatchNormalizatio… │ 16)               │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ conv2d_1 (Conv2D)   │ (None, 28, 28,    │        256 │ activation[0][0]  │
        │                     │ 16)               │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ add (Add)           │ (None, 28, 28,    │          0 │ batch_normalizat… │
        │                     │ 16)               │            │ conv2d_1[0][0]    │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ re_lu (ReLU)        │ (None, 28, 28,    │          0 │ add[0][0]         │
        │                     │ 16)               │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ global_average_poo… │ (None, 16)        │          0 │ re_lu[0][0]       │
        │ (GlobalAveragePool… │                   │            │                   │
        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
        │ dense (Dense)       │ (None, 10)        │        170 │ global_average_p… │
        └─────────────────────┴───────────────────┴────────────┴───────────────────┘
         Total params: 3,002 (11.73 KB)
         Trainable params: 2,938 (11.48 KB)
         Non-trainable params: 64 (256.00 B)
        """, network.summary());
  }

  private static Conv2D conv(int kernelSize) {
    return Conv2D.of(16, kernelSize).padding(Padding.SAME).bias(false);
  }

  @Test
  void aGraphWithoutMergesIsPrintedAsALine() {
    Graph network =
        Graph.of(Shape.of(2, 2, 1), images -> images.then(Flatten.instance(), Dense.of(2)));
    assertEquals("""
        Model: "functional"
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
        │ input_layer (InputLayer)        │ (None, 2, 2, 1)        │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ flatten (Flatten)               │ (None, 4)              │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense (Dense)                   │ (None, 2)              │            10 │
        └─────────────────────────────────┴────────────────────────┴───────────────┘
         Total params: 10 (40.00 B)
         Trainable params: 10 (40.00 B)
         Non-trainable params: 0 (0.00 B)
        """, network.summary());
  }

  @Test
  void nothingOfAFrozenLayerIsTrainable() {
    String summary =
        ReferenceNetworks.dense().freeze(List.of("dense", "dense_2")).summary();
    assertTrue(summary.endsWith("""
         Total params: 535,818 (2.04 MB)
         Trainable params: 131,328 (513.00 KB)
         Non-trainable params: 404,490 (1.54 MB)
        """), summary);
  }

  @Test
  void denseIsPrintedAsKerasDoes() {
    assertEquals("""
        Model: "sequential"
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
        │ flatten (Flatten)               │ (None, 784)            │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense (Dense)                   │ (None, 512)            │       401,920 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dropout (Dropout)               │ (None, 512)            │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense_1 (Dense)                 │ (None, 256)            │       131,328 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dropout_1 (Dropout)             │ (None, 256)            │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense_2 (Dense)                 │ (None, 10)             │         2,570 │
        └─────────────────────────────────┴────────────────────────┴───────────────┘
         Total params: 535,818 (2.04 MB)
         Trainable params: 535,818 (2.04 MB)
         Non-trainable params: 0 (0.00 B)
        """, ReferenceNetworks.dense().summary());
  }

  @Test
  void deepConvIsPrintedAsKerasDoes() {
    assertEquals("""
        Model: "sequential"
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
        │ conv2d (Conv2D)                 │ (None, 28, 28, 32)     │           832 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ conv2d_1 (Conv2D)               │ (None, 28, 28, 32)     │        25,632 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ max_pooling2d (MaxPooling2D)    │ (None, 14, 14, 32)     │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dropout (Dropout)               │ (None, 14, 14, 32)     │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ conv2d_2 (Conv2D)               │ (None, 14, 14, 64)     │        18,496 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ conv2d_3 (Conv2D)               │ (None, 14, 14, 64)     │        36,928 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ max_pooling2d_1 (MaxPooling2D)  │ (None, 7, 7, 64)       │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ flatten (Flatten)               │ (None, 3136)           │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense (Dense)                   │ (None, 256)            │       803,072 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dropout_1 (Dropout)             │ (None, 256)            │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense_1 (Dense)                 │ (None, 10)             │         2,570 │
        └─────────────────────────────────┴────────────────────────┴───────────────┘
         Total params: 887,530 (3.39 MB)
         Trainable params: 887,530 (3.39 MB)
         Non-trainable params: 0 (0.00 B)
        """, ReferenceNetworks.deepConv().summary());
  }

  @ParameterizedTest(name = "{0} inputs, {1} units: {2} parameters, {3}")
  @CsvSource(delimiter = '|', textBlock = """
      4         | 10   | 50          | 200.00 B
      254       | 1    | 255         | 1020.00 B
      255       | 1    | 256         | 1.00 KB
      5         | 48   | 288         | 1.12 KB
      511       | 512  | 262,144     | 1.00 MB
      1048575   | 256  | 268,435,456 | 1.00 GB
      """)
  void totalsAreCountedAndWeighedAsInKeras(int inputs, int units, String count, String memory) {
    String summary = Sequential.of(Shape.of(inputs, 1, 1), Flatten.instance(), Dense.of(units))
        .summary();
    String totals =
        " Total params: %s (%s)\n Trainable params: %s (%s)\n Non-trainable params: 0 (0.00 B)\n"
            .formatted(count, memory, count, memory);
    assertTrue(summary.endsWith(totals), summary);
  }
}
