package dev.plenum.persistence;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.NonFiniteException;
import java.io.IOException;
import java.util.List;

/** Makes a model of a zip's entries; trusts none of them. */
final class ModelFileReader {
  /** What a header says of one tensor takes less than this. */
  private static final long HEADER_PER_TENSOR = 1 << 10;

  private static final long HEADER_BASE = 1 << 16;
  private static final List<String> ENTRIES = List.of(
      FileKind.ENTRY,
      ModelFile.NETWORK,
      ModelFile.OPTIMIZER,
      ModelFile.WEIGHTS,
      ModelFile.SLOTS,
      ModelFile.PREPROCESSING,
      ModelFile.LABELS,
      ModelFile.PROVENANCE);

  private final ZipReader zip;
  private final FileKind kind;
  private final List<String> others;
  /** The memory that the models read before, and kept, take. */
  private final long bytesHeld;

  /**
   * Reads a zip.
   *
   * @param kind what it should be
   * @param others the entries that such files have besides those of a model
   * @param bytesHeld the memory that models take which are kept beside it
   */
  ModelFileReader(ZipReader zip, FileKind kind, List<String> others, long bytesHeld) {
    this.zip = zip;
    this.kind = kind;
    this.others = others;
    this.bytesHeld = bytesHeld;
  }

  SavedModel read() throws IOException {
    try {
      kind.require(zip);
      requireEntries();
      Network network = NetworkJson.read(zip.json(ModelFile.NETWORK));
      OptimizerSpec optimizer = OptimizerJson.read(zip.json(ModelFile.OPTIMIZER));
      long statisticsBytes = zip.size(ModelFile.STATISTICS);
      zip.file()
          .requireMemory("tensors", bytesHeld + tensorBytes(network, optimizer) + statisticsBytes);
      OptimizerState state = zip.read(
          ModelFile.SLOTS,
          largest(network, slotsPerParameter(optimizer)),
          (in, size) -> OptimizerStateTensors.read(Safetensors.readFrom(in, size)));
      return new SavedModel(
          network,
          optimizer,
          zip.read(ModelFile.WEIGHTS, largest(network, 1), Safetensors::readFrom)
              .tensors(),
          state,
          Preprocessing.read(zip.json(ModelFile.PREPROCESSING), statistics(statisticsBytes)),
          zip.json(ModelFile.LABELS).elements().stream().map(JsonValue::text).toList(),
          JsonObject.of(zip.json(ModelFile.PROVENANCE)));
    } catch (InvalidJsonException e) {
      throw zip.file().damaged(String.valueOf(e.getMessage()), e);
    } catch (NonFiniteException e) {
      throw zip.file()
          .refused(String.valueOf(e.getMessage()), "Train it anew, with a smaller learning rate");
    } catch (IllegalArgumentException e) {
      throw zip.file().damaged("its entries do not fit together: " + e.getMessage(), e);
    }
  }

  /** Those of the normalisation. */
  private NamedTensors statistics(long bytes) throws IOException {
    return zip.names().contains(ModelFile.STATISTICS)
        ? zip.read(ModelFile.STATISTICS, bytes, Safetensors::readFrom).tensors()
        : NamedTensors.empty();
  }

  /** The memory that a model's weights, slots and statistics take. */
  static long tensorBytes(SavedModel model) {
    return tensorBytes(model.network(), model.optimizer())
        + model.preprocessing().normalisation().map(SavedNormalisation::bytes).orElse(0L);
  }

  private static long tensorBytes(Network network, OptimizerSpec optimizer) {
    return Float.BYTES * network.parameterCount() * (1 + slotsPerParameter(optimizer));
  }

  /** At most: the formula's, and the average. */
  private static int slotsPerParameter(OptimizerSpec optimizer) {
    return optimizer.slots().size() + (optimizer.options().emaMomentum().isPresent() ? 1 : 0);
  }

  private void requireEntries() throws InvalidModelFileException {
    for (String name : ENTRIES) {
      if (!zip.names().contains(name)) {
        throw zip.file().damaged("its entry '" + name + "' is missing", null);
      }
    }
    for (String name : zip.names()) {
      if (!ENTRIES.contains(name) && !name.equals(ModelFile.STATISTICS) && !others.contains(name)) {
        throw zip.file()
            .foreign("it has an entry '%s', which a %s file has not".formatted(name, kind.noun()));
      }
    }
  }

  /** The most bytes that so many tensors per parameter of the network can take. */
  private static long largest(Network network, int tensorsPerParameter) {
    long parameters = network.placedLayers().stream()
        .map(PlacedLayer::parameters)
        .mapToLong(List::size)
        .sum();
    return HEADER_BASE
        + tensorsPerParameter
            * (Float.BYTES * network.parameterCount() + HEADER_PER_TENSOR * parameters);
  }
}
