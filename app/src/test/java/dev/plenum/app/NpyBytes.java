package dev.plenum.app;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Arrays of bytes as NumPy writes them. */
public final class NpyBytes {
  private NpyBytes() {}

  /** A {@code .npy} file; {@code shape} is as Python writes it: {@code (3, 2)}. */
  public static byte[] array(String shape, byte[] numbers) {
    String header = String.format(
        Locale.ROOT, "{'descr': '|u1', 'fortran_order': False, 'shape': %s, }", shape);
    byte[] text =
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(10 + text.length + numbers.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) text.length)
        .put(text)
        .put(numbers)
        .array();
  }

  /** The arrays of Keras's {@code mnist.npz}, by the names of their files. */
  public static Map<String, byte[]> arrays(Dataset train, Dataset test) {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    put(arrays, "train", train);
    put(arrays, "test", test);
    return arrays;
  }

  private static void put(Map<String, byte[]> arrays, String part, Dataset images) {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    for (int i = 0; i < images.size(); i++) {
      pixels.writeBytes(images.image(i));
      labels.write(images.label(i));
    }
    Shape shape = images.imageShape();
    String dimensions = "(%s, %s, %s)".formatted(images.size(), shape.height(), shape.width());
    arrays.put("x_" + part + ".npy", array(dimensions, pixels.toByteArray()));
    arrays.put("y_" + part + ".npy", array("(" + images.size() + ",)", labels.toByteArray()));
  }

  /** Writes a deflated archive. */
  public static void write(Path file, Map<String, byte[]> arrays) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey()));
        zip.write(array.getValue());
      }
    }
  }
}
