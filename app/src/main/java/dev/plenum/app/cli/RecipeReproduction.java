package dev.plenum.app.cli;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.progress.Progress;
import dev.plenum.app.progress.Steps;
import dev.plenum.experiment.attempt.RecipeAttempts;
import dev.plenum.experiment.parameter.KnownRecipes;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.report.attempt.AttemptsReport;
import dev.plenum.report.page.Figures;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** {@code plenum reproduce --recipe}: runs a recipe with a name from several seeds. */
record RecipeReproduction(Host host, Settings settings, String recipe) {
  private static final Set<Key<?>> OWN =
      Set.of(Keys.RECIPE, Keys.SEEDS, Keys.SEED, Keys.OUT, Keys.RESUME, Keys.VERBOSE);

  void run(RunFolder run) throws IOException {
    int count = settings.find(Keys.SEEDS).orElse(KnownRecipes.seeds(recipe));
    RecipeAttempts attempts = new RecipeAttempts(
        recipe,
        count,
        settings.get(Keys.SEED),
        given((key, text) -> settings.isOption(key) || isOther(key, text)),
        given((key, text) -> isOther(key, text) && Keys.affectResults(key)),
        host.workingDirectory(),
        host.main(),
        Key::isVariable);
    try (Steps steps = new Progress(host).steps(count)) {
      AttemptsReport report = new AttemptsReport(attempts.run(
          run,
          seed -> steps.begin("seed " + seed),
          steps::detail,
          attempt -> steps.end("accuracy " + Figures.score(attempt.test().accuracy()))));
      report.writeTo(run.path());
      host.out().print(report.markdown());
    }
  }

  private Map<String, String> given(BiPredicate<Key<?>, String> some) {
    Map<String, String> given = new TreeMap<>();
    settings.values().forEach((key, value) -> {
      if (!OWN.contains(key) && some.test(key, value.text())) {
        given.put(key.key(), value.text());
      }
    });
    return given;
  }

  /** Whether a value is neither the recipe's nor, where that has none, the built-in default. */
  private boolean isOther(Key<?> key, String text) {
    String usual = KnownRecipes.named(recipe)
        .map(values -> values.get(key.key()))
        .or(key::fallback)
        .orElse("");
    return settings.isChosen(key) && !usual.equals(text);
  }
}
