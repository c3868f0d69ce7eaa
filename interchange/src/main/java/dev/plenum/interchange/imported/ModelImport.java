package dev.plenum.interchange.imported;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportedModel.ImportedOptimizer;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a model file's content of what was read from another format. */
public final class ModelImport {
  private static final String IMPORTED = "imported";
  private static final String RESCALING = "rescaling";

  private ModelImport() {}

  /**
   * {@return the model} Where its optimizer was not imported, it is one that has no state.
   *
   * @param imported what the file gave
   * @param pixels what the network's input is
   * @param classNames in the order of the network's outputs
   * @param file where it was read from
   * @param plenumVersion what imports it
   * @throws IOException if the file's digest cannot be made
   */
  public static SavedModel of(
      ImportedModel imported,
      PixelScale pixels,
      List<String> classNames,
      Path file,
      String plenumVersion)
      throws IOException {
    TrainedNetwork trained = imported.trained();
    ImportedOptimizer optimizer = imported.optimizer().orElseGet(ModelImport::untrained);
    Preprocessing values = pixels.of(Preprocessing.of(trained.network().input()));
    return new SavedModel(
        trained.network(),
        optimizer.spec(),
        trained.weights(),
        optimizer.state(),
        imported.input().normalisation().map(values::normalised).orElse(values),
        classNames,
        provenance(trained, pixels, file, plenumVersion));
  }

  private static ImportedOptimizer untrained() {
    Sgd sgd = Sgd.defaults();
    return new ImportedOptimizer(
        sgd, new OptimizerState(0, sgd.learningRate(), NamedTensors.empty()));
  }

  /**
   * {@return the names of a network's classes}
   *
   * @param network has an output for each class
   * @param chosen what the user calls them, in the order of the outputs; if empty, they are numbered
   *     from 0
   * @throws IllegalArgumentException if there are not as many names as classes
   */
  public static List<String> classNames(Network network, Optional<List<String>> chosen) {
    List<String> names = chosen.orElseGet(
        () -> IntStream.range(0, network.classes()).mapToObj(String::valueOf).toList());
    if (names.size() != network.classes()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the network tells %d classes apart, found %d names",
          network.classes(),
          names.size()));
    }
    return names;
  }

  /**
   * {@return whether a model was imported}
   *
   * @param provenance as the model's file has it
   */
  public static boolean isImported(JsonObject provenance) {
    return imported(provenance).isPresent();
  }

  /**
   * {@return the layer of that name that an imported model had, and whose work the preprocessing does now;
   * empty if it had none, or the provenance does not say it rightly}
   *
   * @param provenance as the model's file has it
   */
  public static Optional<Rescaling> rescaling(JsonObject provenance) {
    try {
      return imported(provenance)
          .flatMap(imported -> imported.optional(RESCALING))
          .map(layer -> new Rescaling(
              layer.required("scale").doubleValue(), layer.required("offset").doubleValue()));
    } catch (InvalidJsonException e) { // whoever made the file may write there what they like
      return Optional.empty();
    }
  }

  private static Optional<JsonValue> imported(JsonObject provenance) {
    return provenance.asValue("provenance").optional(IMPORTED).filter(JsonValue::isObject);
  }

  private static JsonObject provenance(
      TrainedNetwork trained, PixelScale pixels, Path file, String plenumVersion)
      throws IOException {
    JsonObject imported = JsonObject.empty()
        .with("file", String.valueOf(file.getFileName()))
        .with("sha256", sha256(file));
    Optional<JsonObject> layer = pixels
        .rescaling()
        .map(own -> JsonObject.empty().with("scale", own.scale()).with("offset", own.offset()));
    return JsonObject.empty()
        .with("command", "plenum import")
        .with("plenumVersion", plenumVersion)
        .with(IMPORTED, layer.map(own -> imported.with("rescaling", own)).orElse(imported))
        .with("weightsSha256", trained.weights().sha256());
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = newDigest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
