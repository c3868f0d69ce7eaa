package dev.plenum.report.ablation;

import dev.plenum.experiment.ablation.Ablation;
import dev.plenum.experiment.ablation.Effect;
import dev.plenum.report.page.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an ablation comes to, a sentence for each recipe. */
final class AblationFindings {
  private AblationFindings() {}

  static List<String> of(Ablation ablation) {
    List<String> findings = new ArrayList<>();
    ablation.effects().forEach(effect -> findings.add(finding(effect)));
    if (!ablation.diverged().isEmpty()) {
      findings.add("Diverged: "
          + String.join("; ", ablation.diverged().stream().map(Object::toString).toList()) + ".");
    }
    return findings;
  }

  private static String finding(Effect effect) {
    String name = effect.variant().name();
    String cost =
        "it trains %s times as long".formatted(Figures.significant(effect.cost().median()));
    String p = Figures.pValue(effect.pValue());
    if (!effect.isDecided()) {
      return "%s makes no difference that chance does not explain (%s, %s); %s."
          .formatted(name, p, errors(effect), cost);
    }
    return "%s %s: %s (%s); %s."
        .formatted(name, effect.isBetter() ? "pays" : "harms", errors(effect), p, cost);
  }

  private static String errors(Effect effect) {
    double reduction = effect.errorReduction();
    return String.format(
        Locale.ROOT,
        "%.1f %% %s errors",
        100 * Math.abs(reduction),
        reduction < 0 ? "more" : "fewer");
  }

  /** A change in per cent with its sign. */
  static String percent(double share) {
    String text = String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    return text.equals("-0.0 %") ? "+0.0 %" : text;
  }
}
