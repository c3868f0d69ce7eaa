package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  private static byte[] bytes(Safetensors content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.writeTo(out);
    return out.toByteArray();
  }

  private static Safetensors read(byte[] bytes) throws IOException {
    return Safetensors.readFrom(new ByteArrayInputStream(bytes), bytes.length);
  }

  /** A file with this header and so many bytes of data. */
  private static byte[] file(String header, int dataSize) {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + dataSize)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private static String refusal(byte[] bytes) {
    return Refusals.messageOf(InvalidSafetensorsException.class, () -> read(bytes));
  }

  private static NamedTensors randomTensors(long seed) {
    Samples samples = new Samples(seed);
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(seed));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int t = samples.between(0, 5); t > 0; t--) {
      int[] dimensions = new int[samples.between(1, 4)];
      for (int d = 0; d < dimensions.length; d++) {
        dimensions[d] = samples.between(1, 9);
      }
      Shape shape = Shape.of(dimensions);
      float[] values = new float[shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.intBitsToFloat((int) random.bits(i));
      }
      tensors.put("layer \"" + t + "\"/ü", new Tensor(shape, values));
    }
    return new NamedTensors(tensors);
  }

  @Test
  void theLayoutIsLengthHeaderAndLittleEndianValues() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("b", new Tensor(Shape.of(1, 2), new float[] {1f, -2f}));
    tensors.put("a", new Tensor(Shape.of(1), new float[] {0.15625f}));
    String header = "{\"__metadata__\":{\"k\":\"v\"},"
        + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}";
    assertEquals(135, header.length());
    // 135 padded to 136 = 0x88; 1.0 = 3f800000, -2.0 = c0000000, 0.15625 = 3e200000.
    String expected = "8800000000000000"
        + HexFormat.of().formatHex((header + " ").getBytes(StandardCharsets.US_ASCII))
        + "0000803f"
        + "000000c0"
        + "0000203e";
    byte[] bytes = bytes(new Safetensors(new NamedTensors(tensors), Map.of("k", "v")));
    assertEquals(expected, HexFormat.of().formatHex(bytes));
  }

  @Test
  void readsBackWhatItWroteBitForBit() throws IOException {
    for (int seed = 0; seed < 100; seed++) {
      NamedTensors tensors = randomTensors(seed);
      Safetensors back = read(bytes(new Safetensors(tensors, Map.of("seed", "" + seed))));
      assertEquals(Map.of("seed", "" + seed), back.metadata());
      assertEquals(tensors.names(), back.tensors().names());
      tensors.requireSameStructure(back.tensors(), "tensors");
      assertEquals(tensors.sha256(), back.tensors().sha256());
    }
  }

  @Test
  void tensorsLargerThanOneChunkAreReadBack() throws IOException {
    float[] values = new float[50_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    NamedTensors tensors = new NamedTensors(Map.of("t", new Tensor(Shape.of(50_001), values)));
    assertArrayEquals(
        values, read(bytes(Safetensors.of(tensors))).tensors().get("t").toArray());
  }

  @Test
  void metadataAreSortedSoThatTheBytesDependOnTheContentAlone() throws IOException {
    Map<String, String> forward = new LinkedHashMap<>();
    Map<String, String> backward = new LinkedHashMap<>();
    List.of("x", "y", "z").forEach(key -> forward.put(key, key));
    List.of("z", "y", "x").forEach(key -> backward.put(key, key));
    assertArrayEquals(
        bytes(new Safetensors(NamedTensors.empty(), forward)),
        bytes(new Safetensors(NamedTensors.empty(), backward)));
  }

  @Test
  void tensorsMayStandInTheHeaderInAnyOrder() throws IOException {
    byte[] bytes = file(
        "{'z':{'dtype':'F32','shape':[1],'data_offsets':[4,8]},"
            + "'a':{'shape':[1],'data_offsets':[0,4],'dtype':'F32'}}",
        8);
    bytes[bytes.length - 1] = 0x40;
    NamedTensors tensors = read(bytes).tensors();
    assertEquals(List.of("a", "z"), tensors.names());
    assertEquals(2f, tensors.get("z").get(0));
  }

  @Test
  void aFileOfTheReferenceImplementationIsRead() throws IOException {
    // save_file({'zz/kernel': arange(6).reshape(2, 3), 'b': ones(1)}, metadata={'k': 'v'}) of
    // safetensors 0.8.0 for Python.
    byte[] bytes = file(
        "{'__metadata__':{'k':'v'},'b':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'zz/kernel':{'dtype':'F32','shape':[2,3],'data_offsets':[4,28]}} ",
        28);
    ByteBuffer.wrap(bytes, bytes.length - 28, 28)
        .put(HexFormat.of().parseHex("0000803f000000000000803f0000004000004040000080400000a040"));
    Safetensors content = read(bytes);
    assertEquals(Map.of("k", "v"), content.metadata());
    assertEquals(List.of("b", "zz/kernel"), content.tensors().names());
    assertArrayEquals(new float[] {1}, content.tensors().get("b").toArray());
    assertEquals(Shape.of(2, 3), content.tensors().get("zz/kernel").shape());
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 4, 5}, content.tensors().get("zz/kernel").toArray());
  }

  @Test
  void itReadsNoFurtherThanItsOwnBytes() throws IOException {
    byte[] bytes = bytes(Safetensors.of(randomTensors(3)));
    ByteArrayInputStream in = new ByteArrayInputStream(
        ByteBuffer.allocate(bytes.length + 5).put(bytes).array());
    Safetensors.readFrom(in, bytes.length);
    assertEquals(5, in.available());
  }

  @Test
  void theReservedNameIsRefused() {
    NamedTensors tensors =
        new NamedTensors(Map.of("__metadata__", new Tensor(Shape.of(1), new float[1])));
    assertThrows(IllegalArgumentException.class, () -> Safetensors.of(tensors));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | 0 | an object {…} is needed, found []",
        "{} x | 0 | not valid JSON",
        "{} | 4 | the tensors take 0 bytes of data, but there are 4",
        "{'t':{'dtype':'F16','shape':[2],'data_offsets':[0,4]}} | 4 | t.dtype: the type F32 is needed, found \"F16\"",
        "{'t':{'dtype':'F32','shape':[],'data_offsets':[0,4]}} | 4 | t.shape: a shape needs one or more dimensions of at least 1, found []",
        "{'t':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}} | 0 | t.shape: a shape needs one or more dimensions of at least 1, found [0]",
        "{'t':{'dtype':'F32','shape':[65536,65536],'data_offsets':[0,4]}} | 4 | t.shape: the shape [65536, 65536] has more than 2^31 - 1 elements",
        "{'t':{'dtype':'F32','shape':[99999999999],'data_offsets':[0,4]}} | 4 | t.shape[0]: a whole number of at most 2147483647 is needed, found 99999999999",
        "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | 4 | t.data_offsets: a place of 8 bytes for the shape (2) is needed, found [0,4]",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[-4,0]}} | 4 | t.data_offsets: a place of 4 bytes for the shape (1) is needed, found [-4,0]",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[4]}} | 4 | t.data_offsets: a list of two positions, [begin, end], is needed, found [4]",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[9223372036854775807,-9223372036854775805]}} | 4 | t.data_offsets: a place of 4 bytes",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 3 | the tensors take 4 bytes of data, but there are 3",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 8 | the tensors take 4 bytes of data, but there are 8",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | tensor 't' must begin at byte 0 of the data, where the one before it ends, but it begins at byte 4",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'u':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 4 | tensor 'u' must begin at byte 4 of the data, where the one before it ends, but it begins at byte 0",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'t':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | Duplicate field 't'",
        "{'t':{'dtype':'F32','shape':[1]}} | 4 | t: the key 'data_offsets' is missing; found: dtype, shape",
        "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4],'x':1}} | 4 | t: unknown key 'x'; allowed: dtype, shape, data_offsets",
        "{'__metadata__':{'a':1}} | 0 | __metadata__.a: a text is needed, found 1",
      })
  void aDamagedHeaderIsRefusedWithWhatIsWrong(String header, int dataSize, String message) {
    String found = refusal(file(header, dataSize));
    assertTrue(found.contains(message), found);
  }

  @Test
  void aLyingHeaderLengthIsRefusedBeforeAnythingIsAllocated() {
    for (long length : new long[] {-1, 0, 1, 9, 100_000_001, Long.MAX_VALUE, Long.MIN_VALUE}) {
      byte[] bytes = ByteBuffer.allocate(16)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putLong(length)
          .putLong(0x2020202020207d7bL)
          .array();
      String message = refusal(bytes);
      assertTrue(
          message.contains("between 2 and 8 bytes, found " + Long.toUnsignedString(length)),
          message);
    }
  }

  @Test
  void everyTruncatedFileIsRefused() throws IOException {
    byte[] bytes = bytes(Safetensors.of(randomTensors(1)));
    for (int length = 0; length < bytes.length; length++) {
      refusal(Arrays.copyOf(bytes, length));
    }
  }

  @Test
  void dataThatEndEarlierThanTheyShouldAreRefused() throws IOException {
    byte[] bytes = bytes(Safetensors.of(randomTensors(1)));
    String message = Refusals.messageOf(
        InvalidSafetensorsException.class,
        () -> Safetensors.readFrom(
            new ByteArrayInputStream(bytes, 0, bytes.length - 1), bytes.length));
    assertTrue(message.startsWith("the data end within tensor "), message);
  }

  @Test
  void noDamageToTheHeaderCausesAnythingButARefusal() throws IOException {
    byte[] good = bytes(new Safetensors(randomTensors(2), Map.of("a", "b")));
    int header = (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
    for (int at = 0; at < 8 + header; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << bit);
        try {
          read(bad);
        } catch (InvalidSafetensorsException e) {
          assertNotNull(e.getMessage());
        }
      }
    }
  }
}
