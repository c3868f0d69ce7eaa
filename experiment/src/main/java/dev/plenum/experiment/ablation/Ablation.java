package dev.plenum.experiment.ablation;

import dev.plenum.experiment.ablation.AblationPlan.AblationCell;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Invocation;
import java.util.List;

/**
 * What came out of an ablation.
 *
 * @param plan what was trained
 * @param results of the trainings that did not diverge
 * @param diverged the others
 * @param data of the first fold
 * @param invocation what was started
 */
public record Ablation(
    AblationPlan plan,
    List<AblationResult> results,
    List<AblationCell> diverged,
    Data data,
    Invocation invocation) {

  /**
   * Copies the lists.
   *
   * @param plan what was trained
   * @param results of the trainings that did not diverge
   * @param diverged the others
   * @param data of the first fold
   * @param invocation what was started
   */
  public Ablation {
    results = List.copyOf(results);
    diverged = List.copyOf(diverged);
  }

  /** {@return the trainings by recipe, the base first} */
  public List<Variant> variants() {
    return plan.recipes().keySet().stream().map(this::variant).toList();
  }

  private Variant variant(String name) {
    return new Variant(
        name,
        results.stream().filter(result -> result.cell().recipe().equals(name)).toList());
  }

  /** {@return what each recipe changes against the base, but for those without a seed in common with it} */
  public List<Effect> effects() {
    List<Variant> all = variants();
    return Effect.of(plan, all.get(0), all.subList(1, all.size()));
  }
}
