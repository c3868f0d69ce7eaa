package dev.plenum.benchmarks.training;

import dev.plenum.report.page.Figures;
import dev.plenum.report.page.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Our results beside those of peers; a ratio above 1 says that we are faster. */
final class PeerTable {
  private static final String UNKNOWN = "-";

  private PeerTable() {}

  static void print(List<TrainingResult> results, List<PeerFigures> peers, PrintStream out) {
    TextTable table = new TextTable(3);
    table.add(List.of(
        "NETWORK", "BACKEND", "PEER", "EPOCH S", "PEER'S", "RATIO", "INFER S", "PEER'S", "RATIO"));
    for (TrainingResult result : results) {
      peers.stream()
          .filter(peer -> peer.network().equals(result.cell().network().name()))
          .forEach(peer -> table.add(row(result, peer)));
    }
    out.println();
    table.print(out);
  }

  private static List<String> row(TrainingResult ours, PeerFigures peer) {
    return List.of(
        peer.network(),
        ours.cell().backend(),
        peer.name(),
        Figures.significant(ours.medianOf(CellMeasures::steadyEpochSeconds)),
        Figures.significant(peer.epochSeconds()),
        ratio(peer.epochRatio(ours)),
        Figures.significant(ours.medianOf(CellMeasures::typicalInferenceSeconds)),
        peer.inferenceSeconds().map(Figures::significant).orElse(UNKNOWN),
        peer.inferenceRatio(ours).map(PeerTable::ratio).orElse(UNKNOWN));
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
