package dev.plenum.api.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables were printed by Keras 3.15 for the same networks. */
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

  @Test
  void theFrameIsAsWideAsTheLongestNameShapeAndNumber() {
    LayerSpec[] layers = new LayerSpec[1003];
    Arrays.fill(layers, MaxPool2D.of(1));
    layers[0] = Conv2D.of(700_000_000, 1);
    layers[1001] = Flatten.instance();
    layers[1002] = Dense.of(2);
    Sequential network = Sequential.of(Shape.of(1, 1, 3), layers);
    List<String> frame =
        network.summary().lines().filter(line -> !line.matches(" .*|Model.*")).toList();
    assertEquals(
        Set.of(78), frame.stream().map(String::length).collect(Collectors.toSet()), frame.get(1));
    assertEquals(
        "│ conv2d (Conv2D)                  │ (None, 1, 1, 700000000) │ 2,800,000,000 │",
        frame.get(3));
    assertEquals(
        "│ max_pooling2d_999 (MaxPooling2D) │ (None, 1, 1, 700000000) │             0 │",
        frame.get(2003));
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
