package dev.plenum.app.cli;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.imported.ImportNotes;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.ModelImport;
import dev.plenum.interchange.imported.PixelScale;
import dev.plenum.interchange.imported.UnknownPictureSizeException;
import dev.plenum.persistence.ForeignFileException;
import dev.plenum.persistence.ForeignFormat;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code plenum import}. */
record ImportCommand(Host host) {
  /** The command. */
  Command command() {
    return new Command(
            "import",
            "Makes a model file of a model that Keras or Deeplearning4j saved, of Keras's weights and --network, or of an ONNX file. "
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
            "the network of a .weights.h5 file: a built-in one by its name, or a .json, .conf or .hocon file")
        .says(
            Keys.DATASET,
            "whose images a built-in network is for; with .weights.h5 only (default: digits)")
        .says(
            Keys.IMAGE_SIZE,
            "of pictures, where the imported file does not say it, or of a folder's images")
        .argument("FILE", "what to read; its name ends in " + ImportFormat.endings())
        .argument("MODEL", "the model file to write; must be new")
        .examples(
            "plenum import model.keras imported.plenum",
            "plenum import model.keras imported.plenum --pixel-range 0..255",
            "plenum import model.weights.h5 imported.plenum --network simple-conv",
            "plenum import model.zip imported.plenum",
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
    Network network = imported.trained().network();
    List<String> names = settings.make(
        Keys.CLASSES, () -> ModelImport.classNames(network, settings.find(Keys.CLASSES)));
    PixelScale pixels = PixelScale.of(imported.input(), settings.find(Keys.PIXEL_RANGE));
    ModelFile.write(target, ModelImport.of(imported, pixels, names, file, Plenum.version()));
    ImportNotes.of(imported, pixels, name, Keys.PIXEL_RANGE.option() + " says otherwise")
        .forEach(host.err()::println);
    host.out().println("File: " + host.shown(target));
    return ExitCode.SUCCESS;
  }

  private static UsageException unknown(Path file, String name) throws IOException {
    return ForeignFormat.of(file)
        .map(format -> new UsageException("'%s' is %s. %s"
            .formatted(name, format.description(), ForeignFileAdvice.of(format, name))))
        .orElseGet(() ->
            new UsageException("'%s' must end in %s".formatted(name, ImportFormat.endings())));
  }

  private ImportedModel read(Path file, String name, ImportFormat format, Settings settings)
      throws IOException {
    if (!format.needsNetwork() && settings.isOption(Keys.NETWORK)) {
      throw settings.refuse(Keys.NETWORK, "a whole model has its own network; leave it out");
    }
    Optional<Network> network =
        format.needsNetwork() ? Optional.of(network(settings)) : Optional.empty();
    ImportedModel imported;
    try {
      imported = format.read(file, new ImportFormat.Given(settings.find(Keys.IMAGE_SIZE), network));
    } catch (ForeignFileException e) {
      throw ModelFiles.advised(e, name);
    } catch (UnknownPictureSizeException e) {
      throw new UsageException(
          e.getMessage() + ", with " + Keys.IMAGE_SIZE.option() + " HEIGHTxWIDTH");
    }
    Shape input = imported.trained().network().input();
    settings.find(Keys.IMAGE_SIZE).ifPresent(size -> {
      if (!size.isOf(input)) {
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
