package dev.plenum.interchange.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The models that Deeplearning4j wrote, and changed ones. */
public final class Dl4jFiles {
  private Dl4jFiles() {}

  /** A model as it was written: lenet, channels-last, residual. */
  public static byte[] model(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(
        Dl4jFiles.class.getResourceAsStream("/dl4j/" + name + ".zip"), name)) {
      return in.readAllBytes();
    }
  }

  /** What Deeplearning4j predicts with it. */
  static float[] predictions(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(
        Dl4jFiles.class.getResourceAsStream("/dl4j/" + name + ".predictions.txt"), name)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      float[] values = new float[lines.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.parseFloat(lines.get(i));
      }
      return values;
    }
  }

  /** A model's entries. */
  public static Map<String, byte[]> entries(String name) throws IOException {
    return entries(new ByteArrayInputStream(model(name)));
  }

  /** A file's entries. */
  static Map<String, byte[]> entries(Path file) throws IOException {
    return entries(Files.newInputStream(file));
  }

  private static Map<String, byte[]> entries(InputStream in) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  /** A zip of entries. */
  static Path write(Map<String, byte[]> entries, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return Files.write(file, bytes.toByteArray());
  }

  /** A model whose configuration has one text in the place of another, which must be there. */
  static Path changed(String name, String old, String text, Path file) throws IOException {
    Map<String, byte[]> entries = entries(name);
    String configuration = new String(entries.get("configuration.json"), StandardCharsets.UTF_8);
    if (!configuration.contains(old)) {
      throw new IllegalArgumentException(old);
    }
    entries.put(
        "configuration.json", configuration.replace(old, text).getBytes(StandardCharsets.UTF_8));
    return write(entries, file);
  }
}
