package dev.plenum.api.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivationTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(before);
  }

  @Test
  void isNamedAsInKerasInEveryLocale() {
    Locale.setDefault(Locale.forLanguageTag("tr")); // whose lower-case I has no dot
    assertEquals(
        List.of(
            "linear",
            "relu",
            "relu6",
            "leaky_relu",
            "elu",
            "gelu",
            "gelu_tanh",
            "silu",
            "sigmoid",
            "hard_sigmoid",
            "hard_silu",
            "tanh",
            "softmax"),
        Arrays.stream(Activation.values()).map(Activation::toString).toList());
  }
}
