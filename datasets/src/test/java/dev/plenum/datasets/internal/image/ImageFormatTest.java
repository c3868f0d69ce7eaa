package dev.plenum.datasets.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImageFormatTest {
  @Test
  void messagesNameAllFormats() {
    String names = Arrays.stream(ImageFormat.values())
        .map(ImageFormat::toString)
        .collect(Collectors.joining(", "));
    int last = names.lastIndexOf(", ");
    assertEquals(names.substring(0, last) + " or" + names.substring(last + 1), ImageFormat.NAMES);
  }
}
