package dev.plenum.app.fuzz;

import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.keras.KerasFiles;
import dev.plenum.interchange.keras.KerasH5File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whole models in HDF5, of Keras 2: damaged, or with a damaged description. */
final class KerasH5Target implements Target {
  private static final int LONGEST_ATTRIBUTE = 30_000;

  private final TrainedNetwork trained = Models.trained(1);
  private final byte[] intact = KerasFiles.legacyModel(trained);
  private final byte[] config =
      KerasFiles.legacyConfig(trained.network()).getBytes(StandardCharsets.UTF_8);

  @Override
  public String name() {
    return "Keras 2 models";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.h5");
    Files.write(file, chance.oneIn(2) ? HdfDamage.of(intact, chance) : described(chance));
    KerasH5File.read(file, Optional.empty());
  }

  private byte[] described(Chance chance) {
    String damaged = new String(JsonDamage.of(config, chance), StandardCharsets.ISO_8859_1);
    return KerasFiles.legacyModel(
        trained, damaged.substring(0, Math.min(damaged.length(), LONGEST_ATTRIBUTE)));
  }
}
