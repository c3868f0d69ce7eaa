package dev.plenum.interchange.dl4j;

import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.tensor.NonFiniteException;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.ImportedModel.ImportedOptimizer;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.ForeignFormat;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.ZipReader;
import dev.plenum.persistence.ZipWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whole models, as Deeplearning4j's {@code ModelSerializer} writes them: a zip with {@code
 * configuration.json}, {@code coefficients.bin}, perhaps {@code updaterState.bin} and {@code
 * normalizer.bin}; those that we wrote also say the size of the pictures.
 */
public final class Dl4jModelFile {
  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  private static final String UPDATER = "updaterState.bin";
  private static final String NORMALIZER = "normalizer.bin";
  private static final String FLOAT = "FLOAT";

  /** What a refusal ends with. */
  private static final String WHAT_CAN_BE_READ =
      "What can be read are MultiLayerNetworks and ComputationGraphs that classify images, of layers that Plenum has too";

  /** What the refusal of an old file ends with. */
  static final String OLDER =
      "If a Deeplearning4j from before 1.0.0-beta4 wrote it, load it in 1.0.0-M2.1, and save it again";

  private Dl4jModelFile() {}

  /**
   * Reads a model.
   *
   * @param path a file of Deeplearning4j's {@code ModelSerializer}
   * @param size the size of the pictures, where the file does not say it
   * @return its network with the weights, and what it says of the input and the optimizer
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws dev.plenum.interchange.imported.UnknownPictureSizeException if the size must be given
   * @throws dev.plenum.persistence.InvalidModelFileException if it is no such file, is damaged or too
   *     large, or the model has what the contract has not; the message names the layer
   * @throws IOException if it cannot be read
   */
  public static ImportedModel read(Path path, Optional<PictureSize> size) throws IOException {
    InputFile file =
        new InputFile(path, path.toString(), "Deeplearning4j model", "ModelSerializer.writeModel");
    try (ZipReader zip = new ZipReader(file)) {
      if (!zip.names().contains(CONFIGURATION)) {
        file.requireNoOther(ForeignFormat.DEEPLEARNING4J);
        throw file.foreign("it is a zip without the entry '" + CONFIGURATION + "'");
      }
      return read(zip, size);
    } catch (InvalidJsonException e) {
      throw file.refused(String.valueOf(e.getMessage()), WHAT_CAN_BE_READ);
    } catch (NonFiniteException e) {
      throw file.refused(String.valueOf(e.getMessage()), "Such a model is of no use");
    }
  }

  private static ImportedModel read(ZipReader zip, Optional<PictureSize> size) throws IOException {
    InputFile file = zip.file();
    Configuration configuration = Configuration.read(zip.json(CONFIGURATION));
    float[] coefficients = vector(zip, COEFFICIENTS);
    Optional<PictureSize> known = SizeNote.read(zip).or(() -> size);
    InputReader.Input input =
        new InputReader(configuration, coefficients.length, known, file).read();
    Parameters parameters = Parameters.of(coefficients);
    NetworkReader reader =
        new NetworkReader(configuration, input.shape(), input.isFlat(), parameters);
    TrainedNetwork trained = reader.read();
    parameters.requireAllTaken(file);
    boolean hasState = zip.names().contains(UPDATER);
    Optional<ImportedOptimizer> optimizer = new Updater(
            configuration, trained.network(), reader.parts(), parameters)
        .read(hasState ? vector(zip, UPDATER) : new float[0]);
    return new ImportedModel(
        trained,
        zip.names().contains(NORMALIZER)
            ? normalised(zip, trained)
            : ImportedModel.Input.of(trained.network().input()),
        Optional.of(configuration.dataType())
            .filter(type -> !type.equals(FLOAT))
            .map(type -> type.toLowerCase(Locale.ROOT)),
        optimizer,
        hasState && optimizer.isEmpty(),
        reader.leftOut());
  }

  private static ImportedModel.Input normalised(ZipReader zip, TrainedNetwork trained)
      throws IOException {
    Normalizer normalizer = new Normalizer(trained.network().input(), zip.file());
    return data(zip, NORMALIZER, normalizer::read);
  }

  private static float[] vector(ZipReader zip, String entry) throws IOException {
    return data(
        zip, entry, (in, most) -> NdArray.read(in, most, "its entry '" + entry + "'", zip.file()));
  }

  /** What reads the data of an entry. */
  private interface Reading<T> {
    T read(DataInputStream in, long most) throws IOException;
  }

  private static <T> T data(ZipReader zip, String entry, Reading<T> reading) throws IOException {
    try {
      return zip.read(
          entry, Long.MAX_VALUE, (in, size) -> reading.read(new DataInputStream(in), size));
    } catch (UTFDataFormatException e) {
      throw zip.file().damaged("its entry '" + entry + "' has no valid texts", e);
    }
  }

  /**
   * {@return what writes such a file} It is without the state of an optimizer, and has a normalizer that
   * makes the network's input of bytes.
   *
   * @param trained the network and its weights
   * @param optimizer what it is trained on with there, where Deeplearning4j has it, else Adam
   * @param preprocessing how pictures become the network's input
   * @throws IllegalArgumentException if Deeplearning4j has not what a layer or the preprocessing does;
   *     the message names it
   */
  public static AtomicFiles.Content content(
      TrainedNetwork trained, OptimizerSpec optimizer, Preprocessing preprocessing) {
    if (preprocessing.normalisation().isPresent()) {
      Normalizer.steps(preprocessing);
    }
    NetworkWriter network = NetworkWriter.of(trained, optimizer);
    return out -> {
      Map<String, AtomicFiles.Content> entries = new LinkedHashMap<>();
      entries.put(CONFIGURATION, ZipWriter.text(network.configuration().toString()));
      entries.put(COEFFICIENTS, data(binary -> NdArray.write(binary, network.parameters())));
      entries.put(NORMALIZER, data(binary -> Normalizer.write(binary, preprocessing)));
      entries.put(
          SizeNote.ENTRY, ZipWriter.text(SizeNote.of(trained.network().input()).toString()));
      ZipWriter.write(out, entries);
    };
  }

  /** What writes data. */
  private interface Writing {
    void write(DataOutputStream out) throws IOException;
  }

  private static AtomicFiles.Content data(Writing writing) {
    return out -> {
      DataOutputStream binary = new DataOutputStream(out);
      writing.write(binary);
      binary.flush();
    };
  }
}
