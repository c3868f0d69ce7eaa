package dev.plenum.experiment.trial;

import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrustedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has trainings done, those that are not there yet.
 *
 * @param data what all are trained on; its test images judge them
 * @param runner trains
 * @param listener is notified of each
 */
public record TrialTrainings(TrainingData data, TrialRunner runner, TrialListener listener) {

  /**
   * Has them done.
   *
   * @param trainings each with a name of its own
   * @return what came out, in their order
   * @throws dev.plenum.experiment.RunRefusedException if an earlier result is that of another training
   * @throws IOException if a file cannot be read or written
   */
  public List<Ended> train(List<TrialTraining> trainings) throws IOException {
    listener.begins(trainings);
    Collector ended = new Collector(listener);
    List<TrialTraining> missing = new ArrayList<>();
    for (TrialTraining one : trainings) {
      Optional<Ended> earlier = Ended.in(one.folder());
      if (earlier.isPresent()) {
        requireSame(one, earlier.get());
        ended.collect(one, earlier.get());
      } else {
        missing.add(one);
      }
    }
    if (!missing.isEmpty()) {
      runner.run(missing, data, ended);
    }
    return trainings.stream().map(ended::of).toList();
  }

  private void requireSame(TrialTraining training, Ended earlier) throws IOException {
    if (earlier.run().isPresent()) {
      new TrustedRun(earlier.run().get()).require(training.recipe(), data);
    }
  }

  /** Takes results from any thread. */
  private static final class Collector implements TrialRunner.Results {
    private final TrialListener listener;
    private final Map<String, Ended> byName = new LinkedHashMap<>();

    Collector(TrialListener listener) {
      this.listener = listener;
    }

    @Override
    public void trained(TrialTraining training, StoredRun run) {
      collect(training, new Ended(Optional.of(run)));
    }

    @Override
    public void diverged(TrialTraining training, String reason) throws IOException {
      collect(training, Ended.diverged(training.folder(), reason));
    }

    synchronized void collect(TrialTraining training, Ended how) {
      byName.put(training.name(), how);
      listener.ends(training, how.score());
    }

    synchronized Ended of(TrialTraining training) {
      return Optional.ofNullable(byName.get(training.name()))
          .orElseThrow(() -> new IllegalStateException(
              "the runner has left out the training '%s'".formatted(training.name())));
    }
  }
}
