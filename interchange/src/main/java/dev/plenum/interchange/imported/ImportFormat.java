package dev.plenum.interchange.imported;

import dev.plenum.api.network.Network;
import dev.plenum.api.service.Providers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A format that models can be imported from: a service, told apart by how a file's name ends. */
public interface ImportFormat {

  /** {@return how the names of such files end: {@code .onnx}} Of several that fit, the longest counts. */
  String ending();

  /** {@return whether a file has weights alone, so that their network must be given} */
  default boolean needsNetwork() {
    return false;
  }

  /**
   * Reads a model.
   *
   * @param file a file of this format
   * @param given what the file may not say
   * @return the network with its weights, and what else the file says of it
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws UnknownPictureSizeException if the size of pictures must be given
   * @throws dev.plenum.persistence.InvalidModelFileException if it is no such file, is damaged or too
   *     large, or has what cannot be imported; the message names it
   * @throws IOException if it cannot be read
   */
  ImportedModel read(Path file, Given given) throws IOException;

  /**
   * What a file may not say.
   *
   * @param size of pictures
   * @param network that weights alone belong to
   */
  record Given(Optional<PictureSize> size, Optional<Network> network) {
    /** Nothing. */
    public static final Given NOTHING = new Given(Optional.empty(), Optional.empty());
  }

  /** {@return the formats there are, in the order of their endings} */
  static List<ImportFormat> all() {
    return Providers.all(
            ImportFormat.class,
            loader -> ServiceLoader.load(ImportFormat.class, loader),
            layer -> ServiceLoader.load(layer, ImportFormat.class))
        .stream()
        .sorted(Comparator.comparing(ImportFormat::ending))
        .toList();
  }

  /**
   * {@return the format of files of this name; empty if there is none}
   *
   * @param file only its name counts
   */
  static Optional<ImportFormat> of(Path file) {
    String name = String.valueOf(file.getFileName());
    return all().stream()
        .filter(format -> name.endsWith(format.ending()))
        .max(Comparator.comparing(format -> format.ending().length()));
  }

  /** {@return how the names of files can end: {@code .h5 or .keras}} */
  static String endings() {
    return String.join(" or ", all().stream().map(ImportFormat::ending).toList());
  }
}
