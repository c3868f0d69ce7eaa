package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.imported.FlatInput;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.interchange.imported.UnknownPictureSizeException;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Finds out what a network's input is, which the configuration does not say: from what its layers take,
 * and from the size that images have where they are flattened.
 */
final class InputReader {
  /** The largest height and width that is looked for. */
  private static final int LARGEST = 4096;

  private static final String FLATTENING = "CnnToFeedForwardPreProcessor";

  /** What gives as many channels as it takes. */
  private static final List<String> KEEPING = List.of(
      "ActivationLayer",
      "Cropping2D",
      "DropoutLayer",
      "ElementWiseVertex",
      "Pooling2D",
      "ScaleVertex",
      "ShiftVertex",
      "SubsamplingLayer",
      "ZeroPaddingLayer");

  private static final List<String> FLAT =
      List.of("DenseLayer", "OutputLayer", "ActivationLayer", "DropoutLayer", "LossLayer");

  private final Configuration configuration;
  private final int parameters;
  private final Optional<PictureSize> given;
  private final InputFile file;

  /**
   * An input.
   *
   * @param shape of the pictures
   * @param isFlat whether the network takes them as values in a row
   */
  record Input(Shape shape, boolean isFlat) {}

  /**
   * Of a configuration.
   *
   * @param parameters how many parameters there are
   * @param given the size of pictures that the user gives, if it is not found in the file
   * @param file for messages
   */
  InputReader(
      Configuration configuration, int parameters, Optional<PictureSize> given, InputFile file) {
    this.configuration = configuration;
    this.parameters = parameters;
    this.given = given;
    this.file = file;
  }

  /** Whether a layer or vertex flattens images. */
  static boolean flattens(Vertex vertex) {
    return preprocessor(vertex, FLATTENING).isPresent();
  }

  private static Optional<JsonValue> preprocessor(Vertex vertex, String type) {
    Optional<JsonValue> preprocessor =
        vertex.isLayer() ? vertex.preprocessor() : vertex.content().optional("preProcessor");
    return preprocessor.filter(own -> ClassName.of(own).equals(type));
  }

  /**
   * The input.
   *
   * @throws InvalidJsonException if no layer says how many channels or values there are
   * @throws UnknownPictureSizeException if the size must be given
   */
  Input read() throws UnknownPictureSizeException {
    Optional<Shape> said = configuration.vertices().stream()
        .filter(vertex -> vertex.reads().contains(PlacedLayer.IMAGES))
        .flatMap(vertex -> preprocessor(vertex, "FeedForwardToCnnPreProcessor")
            .or(() -> preprocessor(vertex, FLATTENING))
            .flatMap(LayerReader::size)
            .stream())
        .findFirst();
    if (said.isPresent()) {
      return new Input(said.get(), false);
    }
    int first = values();
    try {
      return isFlat()
          ? new Input(FlatInput.pictures(first, given, file.name()), true)
          : new Input(pictures(first), false);
    } catch (IllegalArgumentException e) { // sizes that cannot be
      throw new InvalidJsonException(String.valueOf(e.getMessage()));
    }
  }

  private Shape pictures(int channels) throws UnknownPictureSizeException {
    PictureSize size = given.isPresent() ? given.get() : found(channels);
    return Shape.of(size.height(), size.width(), channels);
  }

  /**
   * How many channels or values the first layer that says it takes, of those that get the input or what
   * has as many channels.
   */
  private int values() {
    Set<Integer> alike = new HashSet<>(Set.of(PlacedLayer.IMAGES));
    for (int i = 0; i < configuration.vertices().size(); i++) {
      Vertex vertex = configuration.vertices().get(i);
      if (!vertex.reads().isEmpty() && alike.containsAll(vertex.reads())) {
        int count = flattens(vertex)
            ? preprocessor(vertex, FLATTENING)
                .map(own -> own.whole("numChannels", 0))
                .orElse(0)
            : vertex.isLayer() ? vertex.inner().whole("nin", 0) : 0;
        if (count > 0) {
          return count;
        }
        if (KEEPING.contains(vertex.type())) {
          alike.add(i);
        }
      }
    }
    throw new InvalidJsonException("no layer says how many channels or values it takes ('nin')");
  }

  private boolean isFlat() {
    return configuration.vertices().stream()
        .noneMatch(vertex -> flattens(vertex)
            || (vertex.isLayer()
                && !FLAT.contains(vertex.type())
                && !vertex.type().equals("BatchNormalization")));
  }

  private PictureSize found(int channels) throws UnknownPictureSizeException {
    Optional<Shape> flattened = configuration.vertices().stream()
        .filter(InputReader::flattens)
        .findFirst()
        .flatMap(vertex -> preprocessor(vertex, FLATTENING))
        .flatMap(LayerReader::size);
    if (flattened.isEmpty()) {
      throw unknown("it does not say the size of the pictures that it takes");
    }
    return new PictureSize(
        only(channels, flattened.get().height(), Shape::height, "high"),
        only(channels, flattened.get().width(), Shape::width, "wide"));
  }

  private UnknownPictureSizeException unknown(String problem) {
    return new UnknownPictureSizeException(
        "%s cannot be read as it is: %s: the pictures' height and width must be given"
            .formatted(file.name(), problem));
  }

  /** The only size that becomes the one that is flattened. */
  private int only(int channels, int wanted, ToIntFunction<Shape> side, String word)
      throws UnknownPictureSizeException {
    int smallest = smallest(channels, wanted, side);
    int next = smallest(channels, wanted + 1, side);
    if (next - smallest != 1) {
      throw unknown(
          next > LARGEST || next <= smallest
              ? "its pictures could be of many sizes"
              : String.format(
                  Locale.ROOT,
                  "its pictures could be %d to %d pixels %s",
                  smallest,
                  next - 1,
                  word));
    }
    return smallest;
  }

  /** The smallest size that becomes at least so many pixels. */
  private int smallest(int channels, int wanted, ToIntFunction<Shape> side) {
    int low = 1;
    int high = LARGEST + 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (pixels(middle, channels, side) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int pixels(int size, int channels, ToIntFunction<Shape> side) {
    try {
      return new NetworkReader(
              configuration, Shape.of(size, size, channels), false, Parameters.unread(parameters))
          .flattened()
          .map(side::applyAsInt)
          .orElse(0);
    } catch (InvalidJsonException e) { // no window fits, or what does not fit shows when it is read
      return 0;
    }
  }
}
