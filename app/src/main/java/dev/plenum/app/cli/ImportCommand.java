package dev.plenum.app.cli;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.imported.ModelImport;
import dev.plenum.interchange.imported.PixelScale;
import dev.plenum.interchange.keras.ImportedModel;
import dev.plenum.interchange.keras.KerasWeightsFile;
import dev.plenum.interchange.keras.UnknownPictureSizeException;
import dev.plenum.persistence.ForeignFileException;
import dev.plenum.persistence.ForeignFormat;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code plenum import}. */
record ImportCommand(Host host) {
  private static String endings() {
    return String.join(" or ", ImportFormat.endings());
  }

  /** The command. */
  Command command() {
    return new Command(
            "import",
            "Makes a model file of a model that Keras saved, of its weights and --network, or of an ONNX file. "
                + "The network gets pixels from 0 to 1, unless its file or --pixel-range says otherwise.",
            this::run)
        .keys(
            Keys.NETWORK,
            Keys.DATASET,
            Keys.DATA_DIR,
            Keys.IMAGE_SIZE,
            Keys.PIXEL_RANGE,
            Keys.CLASSES)
        .says(
            Keys.NETWORK,
            "the network of a .weights.h5 file: simple-conv, dense, deep-conv, or a .json, .conf or .hocon file")
        .says(
            Keys.DATASET,
            "whose images a built-in network is for; with .weights.h5 only (default: digits)")
        .says(
            Keys.IMAGE_SIZE,
            "of pictures that an imported network gets as values in a row (default: square), or of a folder's images")
        .argument("FILE", "what to read; its name ends in " + endings())
        .argument("MODEL", "the model file to write; must be new")
        .examples(
            "plenum import model.keras imported.plenum",
            "plenum import model.keras imported.plenum --pixel-range 0..255",
            "plenum import model.weights.h5 imported.plenum --network simple-conv",
            "plenum import model.onnx imported.plenum --classes cat,dog");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    String name = arguments.get(0);
    Path file = ModelFiles.existing(host, name);
    Optional<ImportFormat> format = ImportFormat.of(file);
    if (format.isEmpty()) {
      throw unknown(file, name);
    }
    Path target = ModelFiles.newFile(host, arguments.get(1));
    ImportedModel imported = read(file, name, format.get(), settings);
    TrainedNetwork trained = imported.trained();
    List<String> names = settings.make(
        Keys.CLASSES, () -> ModelImport.classNames(trained.network(), settings.find(Keys.CLASSES)));
    PixelScale pixels = PixelScale.of(imported.input(), settings.find(Keys.PIXEL_RANGE));
    ModelFile.write(target, ModelImport.of(trained, pixels, names, file, Plenum.version()));
    tell(imported, pixels, name);
    host.out().println("File: " + host.shown(target));
    return ExitCode.SUCCESS;
  }

  private static UsageException unknown(Path file, String name) throws IOException {
    return ForeignFormat.of(file)
        .map(format -> new UsageException("'%s' is %s. %s"
            .formatted(name, format.description(), ForeignFileAdvice.of(format, name))))
        .orElseGet(() -> new UsageException("'%s' must end in %s".formatted(name, endings())));
  }

  /** What is not as it was, or was guessed. */
  private void tell(ImportedModel imported, PixelScale pixels, String name) {
    Shape pictures = imported.trained().network().input();
    if (!imported.input().shape().equals(pictures)) {
      host.err()
          .printf(
              "%s: Keras gives it inputs of shape %s, Plenum pictures of shape %s, with the values in the same order.%n",
              name, imported.input().shape(), pictures);
    }
    if (!pixels.reason().isEmpty()) {
      host.err()
          .printf(
              "%s: %s, so it is taken to get pixels of %s; %s says otherwise.%n",
              name, pixels.reason(), pixels.range(), Keys.PIXEL_RANGE.option());
    }
    imported
        .precision()
        .ifPresent(type ->
            host.err().printf("%s: Keras computes it in %s, Plenum in float32.%n", name, type));
    if (!imported.leftOut().isEmpty()) {
      host.err()
          .printf(
              "%s: left out, as they do nothing when predicting: %s.%n",
              name, String.join(", ", imported.leftOut()));
    }
    if (imported.hasOptimizerState()) {
      host.err().println("The optimizer's state in " + name + " is not imported.");
    }
  }

  private ImportedModel read(Path file, String name, ImportFormat format, Settings settings)
      throws IOException {
    try {
      return format == ImportFormat.KERAS_WEIGHTS
          ? KerasWeightsFile.read(file, network(settings))
          : whole(file, format, settings);
    } catch (ForeignFileException e) {
      throw ModelFiles.advised(e, name);
    }
  }

  private static ImportedModel whole(Path file, ImportFormat format, Settings settings)
      throws IOException {
    if (settings.isOption(Keys.NETWORK)) {
      throw settings.refuse(Keys.NETWORK, "a whole model has its own network; leave it out");
    }
    ImportedModel imported;
    try {
      imported = ModelImport.read(file, format, settings.find(Keys.IMAGE_SIZE));
    } catch (UnknownPictureSizeException e) {
      throw new UsageException(
          e.getMessage() + ", with " + Keys.IMAGE_SIZE.option() + " HEIGHTxWIDTH");
    }
    Shape input = imported.trained().network().input();
    settings.find(Keys.IMAGE_SIZE).ifPresent(size -> {
      if (size.height() != input.height() || size.width() != input.width()) {
        throw settings.refuse(
            Keys.IMAGE_SIZE, "the network takes images of shape " + input + "; leave it out");
      }
    });
    return imported;
  }

  private Network network(Settings settings) throws IOException {
    if (!settings.isChosen(Keys.NETWORK)) {
      throw new UsageException(
          "a .weights.h5 file has weights only; name the network that they belong to with --network");
    }
    return new DatasetNetwork(host, settings, Wiring.injector(host, settings)).get();
  }
}
