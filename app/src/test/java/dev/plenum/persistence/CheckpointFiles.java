package dev.plenum.persistence;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.tensor.NamedTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens checkpoint files, which are otherwise a matter of this package alone, to the fuzzer. */
public final class CheckpointFiles {
  private CheckpointFiles() {}

  /** Writes one of a training of this model, whose weights are a callback's tensors too. */
  public static void write(Path file, SavedModel model) throws IOException {
    NamedTensors tensors = model.weights();
    CheckpointFile.write(
        file,
        new Checkpoint(
            model,
            new CheckpointSubject(7, 86, "ab12", CheckpointSubject.UNKNOWN),
            new TrainingPosition(
                1,
                3,
                5.5,
                4,
                6,
                1.5,
                new History(List.of(new EpochRecord(0, Map.of("loss", Double.NaN), 1.5)))),
            Map.of("EarlyStopping", new Callback.State(Map.of("best", 0.5), tensors))));
  }

  /** Reads one. */
  public static void read(Path file) throws IOException {
    CheckpointFile.read(file);
  }
}
