package dev.plenum.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What a file is that is none of ours, recognised by its content. */
public enum ForeignFormat {
  /** What Git keeps in a file's place. */
  GIT_LFS_POINTER("only a pointer of Git LFS, and the file itself was not fetched"),
  /** Keras 3's whole model. */
  KERAS_MODEL("a model of Keras 3 (.keras)"),
  /** HDF5: weights, or a whole model of Keras 2. */
  HDF5("an HDF5 file, as Keras writes .weights.h5 and .h5"),
  /** ONNX. */
  ONNX("an ONNX model"),
  /** PyTorch, as a zip or pickled. */
  PYTORCH("a file of PyTorch's"),
  /** TensorFlow Lite. */
  TFLITE("a TensorFlow Lite model"),
  /** A folder that TensorFlow writes. */
  SAVED_MODEL("a SavedModel of TensorFlow's"),
  /** Deeplearning4j's own zip. */
  DEEPLEARNING4J("a model of Deeplearning4j's own format"),
  /** Weights without a network. */
  SAFETENSORS("a safetensors file, which has weights but no network");

  private static final int HEAD = 64;
  private static final byte[] HDF5_SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private final String description;

  ForeignFormat(String description) {
    this.description = description;
  }

  /** {@return what it is, in words: {@code an ONNX model}} */
  public String description() {
    return description;
  }

  /**
   * {@return the format of a file or folder, if it is known}
   *
   * @param path may be anything; what is neither file nor folder, or not there, has no format
   * @throws IOException if it cannot be read
   */
  public static Optional<ForeignFormat> of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return Files.exists(path.resolve("saved_model.pb"))
          ? Optional.of(SAVED_MODEL)
          : Optional.empty();
    }
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    Optional<ForeignFormat> format = ofOther(path);
    return format.isPresent() ? format : ofZip(path);
  }

  /** The format of a file that is no zip. */
  static Optional<ForeignFormat> ofOther(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return ofHead(in.readNBytes(HEAD), Files.size(path));
    }
  }

  private static Optional<ForeignFormat> ofZip(Path path) throws IOException {
    try (ZipReader zip = new ZipReader(new InputFile(path, path.toString(), "model", ""))) {
      return ofEntries(zip.names());
    } catch (InvalidModelFileException e) {
      return Optional.empty();
    }
  }

  /** The format of a zip that has these entries. */
  static Optional<ForeignFormat> ofEntries(Set<String> names) {
    if (names.contains("config.json") && names.contains("model.weights.h5")) {
      return Optional.of(KERAS_MODEL);
    }
    if (names.contains("configuration.json") && names.contains("coefficients.bin")) {
      return Optional.of(DEEPLEARNING4J);
    }
    return names.stream().anyMatch(name -> name.endsWith("/data.pkl") || name.equals("data.pkl"))
        ? Optional.of(PYTORCH)
        : Optional.empty();
  }

  private static Optional<ForeignFormat> ofHead(byte[] head, long size) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("version https://git-lfs.github.com/spec/")) {
      return Optional.of(GIT_LFS_POINTER);
    }
    if (text.startsWith(new String(HDF5_SIGNATURE, StandardCharsets.ISO_8859_1))) {
      return Optional.of(HDF5);
    }
    if (text.startsWith("TFL3", Integer.BYTES)) {
      return Optional.of(TFLITE);
    }
    if (isSafetensors(head, size)) {
      return Optional.of(SAFETENSORS);
    }
    // A pickle of protocol 2 or later; a protobuf message whose first field is a small ir_version.
    if (head.length > 2 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5) {
      return Optional.of(PYTORCH);
    }
    return head.length > 2 && head[0] == 8 && head[1] > 0 && head[1] < 32 && isField(head[2])
        ? Optional.of(ONNX)
        : Optional.empty();
  }

  /** Whether a second field of ONNX's ModelProto begins so: producer_name … graph, opset_import. */
  private static boolean isField(byte tag) {
    return tag == 0x12 || tag == 0x1a || tag == 0x22 || tag == 0x3a || tag == 0x42;
  }

  private static boolean isSafetensors(byte[] head, long size) {
    if (head.length <= Long.BYTES || head[Long.BYTES] != '{') {
      return false;
    }
    long header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return header > 1 && header <= size - Long.BYTES;
  }
}
