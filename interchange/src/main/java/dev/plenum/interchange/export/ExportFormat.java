package dev.plenum.interchange.export;

import dev.plenum.api.service.Providers;
import dev.plenum.persistence.AtomicFiles.Content;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A format that models can be exported to: a service, told apart by how a file's name ends. */
public interface ExportFormat {

  /** {@return how the names of such files end: {@code .onnx}} */
  String ending();

  /** {@return whether a file has a layout of images and a number of them that can be chosen} */
  default boolean hasLayout() {
    return false;
  }

  /**
   * {@return the content of the file}
   *
   * @param exported a model or a committee, and how it is exported
   * @throws IllegalArgumentException if the format cannot hold it; the message says why
   */
  Content content(Exported exported);

  /** {@return the formats there are, in the order of their endings} */
  static List<ExportFormat> all() {
    return Providers.all(
            ExportFormat.class,
            loader -> ServiceLoader.load(ExportFormat.class, loader),
            layer -> ServiceLoader.load(layer, ExportFormat.class))
        .stream()
        .sorted(Comparator.comparing(ExportFormat::ending))
        .toList();
  }

  /**
   * {@return the format of files of this name; empty if there is none}
   *
   * @param file only its name counts
   */
  static Optional<ExportFormat> of(Path file) {
    String name = String.valueOf(file.getFileName());
    return all().stream().filter(format -> name.endsWith(format.ending())).findFirst();
  }

  /** {@return how the names of files can end: {@code .keras or .onnx}} */
  static String endings() {
    return String.join(" or ", all().stream().map(ExportFormat::ending).toList());
  }
}
