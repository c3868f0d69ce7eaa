package dev.plenum.benchmarks.training;

import dev.plenum.benchmarks.network.Arithmetic;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is trained in one process.
 *
 * @param backend the backend's name
 * @param network the network
 * @param threads how many threads compute
 */
record TrainingCell(String backend, MeasuredNetwork network, int threads) {

  /** Every combination; what is to be compared follows one another: the backends, then the threads. */
  static List<TrainingCell> all(
      List<String> backends, List<MeasuredNetwork> networks, List<Integer> threads) {
    List<TrainingCell> cells = new ArrayList<>();
    for (MeasuredNetwork network : networks) {
      for (int count : threads) {
        for (String backend : backends) {
          cells.add(new TrainingCell(backend, network, count));
        }
      }
    }
    return cells;
  }

  /** To train on one image, counted densely. */
  long multiplyAdds() {
    return Arithmetic.training(network.network());
  }

  /** {@code dl4j, simple-conv, 2 threads}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %s, %d thread%s",
        backend,
        network.name(),
        threads,
        threads == 1 ? "" : "s");
  }
}
