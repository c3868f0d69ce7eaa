package dev.plenum.app.cli;

import dev.plenum.api.random.Seed;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.train.TrialSettings;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.ablation.Ablation;
import dev.plenum.experiment.ablation.AblationPlan;
import dev.plenum.experiment.ablation.AblationRun;
import dev.plenum.experiment.ablation.RecipeChanges;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.trial.LocalTrials;
import dev.plenum.report.ablation.AblationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code plenum ablate}. */
record AblateCommand(Host host, RunFolders folders) {
  private static final int FOLDS = 5;

  /** The command. */
  Command command() {
    return new Command(
            "ablate",
            "Trains the same network with and without each of several changes of the recipe, and"
                + " says which of them pays: each training image is judged by networks that were"
                + " not trained on it, the test images by none.",
            this::run)
        .optionalArguments(
            "CHANGE",
            "a file of settings that change the base, which is what the other settings say")
        .keys(Keys.FOLDS, Keys.SEEDS)
        .keys(Recipes.KEYS)
        .keys(Keys.CHECKPOINT_SECONDS, Keys.RESUME, Keys.OUT)
        .says(Keys.FOLDS, "into how many parts the training images fall (default: 5)")
        .says(Keys.SEEDS, "from how many seeds each is trained in each fold (default: 1)")
        .says(Keys.SEED, "the first seed; the others are seed + 1, seed + 2 … (default: 1)")
        .says(Keys.OUT, "where the results go; must be new or empty (default: runs/<time>-ablate)")
        .examples(
            "plenum ablate --config base.conf cutout.conf ema.conf",
            "plenum ablate --dataset mnist --epochs 10 --folds 6 --seeds 6 augment.conf",
            "plenum ablate --resume runs/ablation");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Optional<Path> resumed = settings.find(Keys.RESUME);
    Map<String, Map<String, String>> changes = resumed.isPresent()
        ? RecipeChanges.read(resumed.get())
        : RecipeChanges.ofFiles(arguments, file -> TrialSettings.in(file, host));
    Map<String, Recipe> variants = new LinkedHashMap<>();
    changes.forEach(
        (name, change) -> variants.put(name, recipe(new TrialSettings(settings).of(change, name))));
    AblationPlan plan = settings.make(
        Keys.FOLDS,
        () -> new AblationPlan(
            recipe(settings),
            variants,
            settings.find(Keys.FOLDS).orElse(FOLDS),
            settings.get(Keys.SEED),
            settings.find(Keys.SEEDS).orElse(1)));
    return folders.run(settings, command(), "", AblationReport.LAST_FILE, run -> {
      Trainings trainings = Wiring.injector(host, settings).getInstance(Trainings.class);
      RecipeChanges.write(changes, run.path());
      TrainingData data = trainings.begin(run, List.copyOf(plan.recipes().values()));
      Ablation ablation =
          prepared(settings, plan, data, trainings, run).run(trainings.backend(), run.invocation());
      AblationReport report = new AblationReport(ablation);
      report.writeTo(run.path());
      host.out().print(report.markdown());
    });
  }

  private AblationRun prepared(
      Settings settings, AblationPlan plan, TrainingData data, Trainings trainings, RunFolder run) {
    return new AblationRun(
        plan,
        data.whole(),
        settings.find(Keys.LIMIT).orElse(data.whole().train().size()),
        Seed.seed(settings.get(Keys.SPLIT_SEED)),
        fold -> fold.validation(settings.get(Keys.VALIDATION), Trainings.splitting(settings)),
        new LocalTrials(trainings.ofTrials(run), trainings.backend()),
        run.path(),
        trainings.shown());
  }

  private Recipe recipe(Settings settings) {
    return Wiring.injector(host, settings).getInstance(Recipe.class);
  }
}
