package dev.plenum.datasets.internal.jpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A small JPEG file and what others make of it.
 *
 * @param name what is special in it
 * @param digest the beginning of the SHA-256 of its pixels
 * @param base64 the file
 */
record Sample(String name, String digest, String base64) {
  static List<Sample> all() {
    try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream("samples.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .map(parts -> new Sample(parts[0], parts[1], parts[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String name) {
    return all().stream()
        .filter(sample -> sample.name().equals(name))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return name;
  }
}
