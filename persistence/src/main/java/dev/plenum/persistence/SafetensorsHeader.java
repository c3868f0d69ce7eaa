package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The header of a safetensors file.
 *
 * @param places the tensors in the order of their data
 * @param metadata texts by name
 */
record SafetensorsHeader(List<Place> places, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  /** The format's own limit. */
  private static final long LONGEST = 100_000_000;
  /** The data start at a multiple of this, for readers that map the file into memory. */
  private static final int ALIGNMENT = 8;

  /**
   * Where a tensor lies.
   *
   * @param begin the first of its bytes, counted from the start of the data
   * @param end the first byte after it
   */
  record Place(String name, Shape shape, long begin, long end) {}

  static SafetensorsHeader of(Safetensors content) {
    List<Place> places = new ArrayList<>();
    long[] position = {0};
    content.tensors().byName().forEach((name, tensor) -> {
      long begin = position[0];
      position[0] += (long) Float.BYTES * tensor.shape().size();
      places.add(new Place(name, tensor.shape(), begin, position[0]));
    });
    return new SafetensorsHeader(places, content.metadata());
  }

  /** The JSON text, padded with spaces. */
  byte[] toBytes() {
    ObjectNode root = Json.object();
    if (!metadata.isEmpty()) {
      ObjectNode texts = root.putObject(METADATA);
      metadata.forEach(texts::put);
    }
    for (Place place : places) {
      ObjectNode node = root.putObject(place.name()).put("dtype", "F32");
      node.set("shape", NetworkJson.shapeNode(place.shape()));
      node.putArray("data_offsets").add(place.begin()).add(place.end());
    }
    String json = Json.compact(root);
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return (json + " ".repeat((ALIGNMENT - length % ALIGNMENT) % ALIGNMENT))
        .getBytes(StandardCharsets.UTF_8);
  }

  static SafetensorsHeader read(InputStream in, long size) throws IOException {
    byte[] prefix = in.readNBytes(Long.BYTES);
    if (prefix.length < Long.BYTES) {
      throw new InvalidSafetensorsException(
          "a safetensors file begins with 8 bytes that say how long its header is, found only "
              + prefix.length);
    }
    long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > LONGEST || length > size - Long.BYTES) {
      throw new InvalidSafetensorsException(String.format(
          Locale.ROOT,
          "the header's length must be between 2 and %d bytes, found %s",
          Math.min(LONGEST, Math.max(2, size - Long.BYTES)),
          Long.toUnsignedString(length)));
    }
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw new InvalidSafetensorsException(String.format(
          Locale.ROOT, "the header ends after %d of %d bytes", header.length, length));
    }
    return parse(header, size - Long.BYTES - length);
  }

  private static SafetensorsHeader parse(byte[] header, long dataSize) throws IOException {
    try {
      JsonValue root = Json.parse(header, "the header");
      List<Place> places = new ArrayList<>();
      for (String name : root.keys()) {
        if (!name.equals(METADATA)) {
          places.add(place(name, root.required(name)));
        }
      }
      // Stable, so that the message about an overlap names the later of two equal places.
      places.sort(Comparator.comparingLong(Place::begin));
      requireContiguous(places, dataSize);
      return new SafetensorsHeader(
          places, root.optional(METADATA).map(SafetensorsHeader::texts).orElse(Map.of()));
    } catch (InvalidJsonException e) {
      throw new InvalidSafetensorsException(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> texts(JsonValue value) {
    Map<String, String> texts = new TreeMap<>();
    value.keys().forEach(key -> texts.put(key, value.required(key).text()));
    return texts;
  }

  private static Place place(String name, JsonValue value) {
    value.object("dtype", "shape", "data_offsets");
    JsonValue type = value.required("dtype");
    if (!type.text().equals("F32")) {
      throw type.expected("the type F32");
    }
    Shape shape = NetworkJson.shape(value.required("shape"));
    JsonValue offsets = value.required("data_offsets");
    List<JsonValue> both = offsets.elements();
    if (both.size() != 2) {
      throw offsets.expected("a list of two positions, [begin, end],");
    }
    long begin = both.get(0).longValue();
    long end = both.get(1).longValue();
    long bytes = (long) Float.BYTES * shape.size();
    if (begin < 0 || end < begin || end - begin != bytes) {
      throw offsets.expected(
          String.format(Locale.ROOT, "a place of %d bytes for the shape %s", bytes, shape));
    }
    return new Place(name, shape, begin, end);
  }

  private static void requireContiguous(List<Place> places, long dataSize)
      throws InvalidSafetensorsException {
    long position = 0;
    for (Place place : places) {
      if (place.begin() != position) {
        throw new InvalidSafetensorsException(String.format(
            Locale.ROOT,
            "tensor '%s' must begin at byte %d of the data, where the one before it ends, but it begins at byte %d: tensors may neither overlap nor leave holes",
            place.name(),
            position,
            place.begin()));
      }
      position = place.end();
    }
    if (position != dataSize) {
      throw new InvalidSafetensorsException(String.format(
          Locale.ROOT, "the tensors take %d bytes of data, but there are %d", position, dataSize));
    }
  }
}
