package dev.plenum.app.fuzz;

import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.keras.H5pyFile;
import dev.plenum.interchange.keras.KerasFiles;
import dev.plenum.interchange.keras.KerasWeightsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Weights in HDF5, as h5py (also in compressed chunks) and as jHDF lay it out. */
final class KerasWeightsTarget implements Target {
  private final TrainedNetwork trained = Models.trained(1);
  private final List<byte[]> intact;

  KerasWeightsTarget() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    KerasWeightsFile.content(trained).writeTo(written);
    intact = List.of(
        H5pyFile.of(KerasFiles.weights(trained)),
        H5pyFile.of(KerasFiles.chunked(KerasFiles.weights(trained))),
        written.toByteArray());
  }

  @Override
  public String name() {
    return "Keras weights";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.weights.h5");
    Files.write(file, HdfDamage.of(chance.of(intact), chance));
    KerasWeightsFile.read(file, trained.network());
  }
}
