package dev.plenum.persistence;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import java.io.IOException;
import java.util.List;

/** Makes a model of a zip's entries; trusts none of them. */
final class ModelFileReader {
  private static final long LARGEST_JSON = 16 << 20;
  /** What a header says of one tensor takes less than this. */
  private static final long HEADER_PER_TENSOR = 1 << 10;

  private static final long HEADER_BASE = 1 << 16;
  private static final String NOT_OURS =
      "Give the path of a model file, as 'plenum train' writes it";
  private static final List<String> ENTRIES = List.of(
      ModelFile.FORMAT,
      ModelFile.NETWORK,
      ModelFile.OPTIMIZER,
      ModelFile.WEIGHTS,
      ModelFile.SLOTS,
      ModelFile.PREPROCESSING,
      ModelFile.LABELS,
      ModelFile.PROVENANCE);

  private final ZipReader zip;

  ModelFileReader(ZipReader zip) {
    this.zip = zip;
  }

  SavedModel read() throws IOException {
    try {
      requireFormat();
      requireEntries();
      Sequential network = NetworkJson.read(json(ModelFile.NETWORK));
      OptimizerSpec optimizer = OptimizerJson.read(json(ModelFile.OPTIMIZER));
      requireMemory(
          Float.BYTES * network.parameterCount() * (1 + optimizer.slots().size()));
      OptimizerState state = zip.read(
          ModelFile.SLOTS,
          largest(network, optimizer.slots().size()),
          (in, size) -> OptimizerStateTensors.read(Safetensors.readFrom(in, size)));
      return new SavedModel(
          network,
          optimizer,
          zip.read(ModelFile.WEIGHTS, largest(network, 1), Safetensors::readFrom)
              .tensors(),
          state,
          Preprocessing.read(json(ModelFile.PREPROCESSING)),
          json(ModelFile.LABELS).elements().stream().map(JsonValue::text).toList(),
          JsonObject.of(json(ModelFile.PROVENANCE)));
    } catch (InvalidJsonException e) {
      throw zip.damaged(String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw zip.damaged("its entries do not fit together: " + e.getMessage(), e);
    }
  }

  private void requireFormat() throws IOException {
    if (!zip.names().contains(ModelFile.FORMAT)) {
      throw zip.refused("it is a zip without the entry '" + ModelFile.FORMAT + "'", NOT_OURS);
    }
    JsonValue format = json(ModelFile.FORMAT);
    String name = format.required("format").text();
    if (!name.equals(ModelFile.FORMAT_NAME)) {
      throw zip.refused(
          "its format is '%s', not '%s'".formatted(name, ModelFile.FORMAT_NAME), NOT_OURS);
    }
    JsonValue version = format.required("version");
    if (version.intValue() > ModelFile.FORMAT_VERSION) {
      throw zip.refused(
          "it was written by a newer Plenum: its format has version %d, this Plenum knows versions up to %d"
              .formatted(version.intValue(), ModelFile.FORMAT_VERSION),
          "Update Plenum");
    }
    if (version.intValue() < 1) {
      throw version.expected("a version of at least 1");
    }
    format.object("format", "version");
  }

  private void requireEntries() throws InvalidModelFileException {
    for (String name : ENTRIES) {
      if (!zip.names().contains(name)) {
        throw zip.damaged("its entry '" + name + "' is missing", null);
      }
    }
    for (String name : zip.names()) {
      if (!ENTRIES.contains(name)) {
        throw zip.refused(
            "it has an entry '%s', which a model file has not".formatted(name), NOT_OURS);
      }
    }
  }

  /** Before anything large is allocated. */
  private void requireMemory(long needed) throws InvalidModelFileException {
    long available = Runtime.getRuntime().maxMemory();
    if (needed > available) {
      throw zip.refused(
          "its tensors take %d MB, but this Java machine may use no more than %d MB"
              .formatted(needed >> 20, available >> 20),
          "Start it with more memory: java -Xmx%dm".formatted(2 * (needed >> 20)));
    }
  }

  private JsonValue json(String name) throws IOException {
    return zip.read(
        name,
        LARGEST_JSON,
        (in, size) -> Json.parse(in.readNBytes((int) size), "its entry '" + name + "'"));
  }

  /** The most bytes that so many tensors per parameter of the network can take. */
  private static long largest(Sequential network, int tensorsPerParameter) {
    long parameters = network.placedLayers().stream()
        .map(PlacedLayer::parameters)
        .mapToLong(List::size)
        .sum();
    return HEADER_BASE
        + tensorsPerParameter
            * (Float.BYTES * network.parameterCount() + HEADER_PER_TENSOR * parameters);
  }
}
