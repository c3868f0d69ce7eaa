package dev.plenum.interchange.onnx.reading;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.ForeignFormat;
import dev.plenum.persistence.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Classifiers of images in ONNX files of operator sets 9 to {@value OnnxGraph#NEWEST_OPERATOR_SET}, as
 * PyTorch, Keras and {@code plenum export} write them. What a file has that a network cannot have is
 * refused by its name.
 */
public final class OnnxImport {
  /** Copies of whole numbers, which a file can hold in a byte each, take eight times as much. */
  private static final int GROWTH = 2;

  private OnnxImport() {}

  /**
   * Reads a network and its weights. It takes images (height, width, channels), whatever the layout in
   * the file, with the values that the file's input has.
   *
   * @param path an ONNX file
   * @return the network and all its weights
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws dev.plenum.persistence.InvalidModelFileException if it is no such file, is damaged or too
   *     large, or has what a network cannot have; the message names the node and its operator
   * @throws IOException if it cannot be read
   */
  public static TrainedNetwork read(Path path) throws IOException {
    InputFile file = new InputFile(path, path.toString(), "ONNX model", "torch.onnx.export");
    file.requireReadable();
    file.requireNoOther(ForeignFormat.ONNX);
    file.requireMemory("contents", GROWTH * Files.size(path));
    ModelProto model;
    try {
      model = ModelProto.parseFrom(Files.readAllBytes(path));
    } catch (InvalidProtocolBufferException e) {
      throw file.damaged("it does not hold what an ONNX file holds", e);
    }
    try {
      return NetworkReader.read(OnnxGraph.of(model));
    } catch (InvalidOnnxException e) {
      throw file.refused(
          String.valueOf(e.getMessage()),
          "What can be read are classifiers of images, of the operators that docs/interchange.md lists");
    }
  }
}
