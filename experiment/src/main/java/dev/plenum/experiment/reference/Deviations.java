package dev.plenum.experiment.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** In what a run is not the published recipe, so that its figures are not taken for that one's. */
final class Deviations {
  private Deviations() {}

  /** In words; empty if there is none. */
  static List<String> of(ReferencePlan plan, List<StageResult> results) {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    for (StageResult result : results) {
      Stage stage = result.stage();
      int epochs = result.epochs();
      if (epochs != stage.epochs()) {
        add(stages, insteadOf(epochs, "epochs", stage.epochs()), stage);
      }
      if (stage.isCommittee() && result.runs().size() != stage.members()) {
        add(stages, insteadOf(result.runs().size(), "members", stage.members()), stage);
      }
    }
    List<String> all = new ArrayList<>();
    stages.forEach((what, ids) -> all.add("%s in %s %s"
        .formatted(what, ids.size() == 1 ? "stage" : "stages", String.join(", ", ids))));
    if (plan.batchSize() != Stage.BATCH_SIZE) {
      all.add(insteadOf(plan.batchSize(), "images a batch", Stage.BATCH_SIZE));
    }
    if (plan.validation() != Stage.VALIDATION) {
      all.add(String.format(
          Locale.ROOT, "%.4g of the images for validation instead of 1/6", plan.validation()));
    }
    return all;
  }

  private static void add(Map<String, List<String>> stages, String what, Stage stage) {
    stages.computeIfAbsent(what, key -> new ArrayList<>()).add(stage.id());
  }

  private static String insteadOf(int found, String what, int published) {
    return String.format(Locale.ROOT, "%,d %s instead of %,d", found, what, published);
  }
}
