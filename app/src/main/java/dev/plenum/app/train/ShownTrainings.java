package dev.plenum.app.train;

import dev.plenum.api.TrainingPosition;
import dev.plenum.api.network.Network;
import dev.plenum.app.config.Key;
import dev.plenum.app.host.Host;
import dev.plenum.app.progress.Progress;
import dev.plenum.datasets.audit.QuickAudit;
import dev.plenum.ensemble.MemberFailedException;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.TrainingListener;
import dev.plenum.experiment.backend.BackendHints;
import dev.plenum.experiment.parameter.RecipeParameters;
import dev.plenum.experiment.run.Members;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.trial.Score;
import dev.plenum.experiment.trial.TrialListener;
import dev.plenum.experiment.trial.TrialTraining;
import dev.plenum.persistence.RunRecord.TestResult;
import dev.plenum.report.MetricText;
import dev.plenum.report.page.Figures;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows trainings while they run: progress on standard error, results on standard output.
 *
 * @param host where
 */
public record ShownTrainings(Host host)
    implements TrainingListener, Members.Listener, TrialListener {

  /** What would make the backend faster, if anything would. */
  void hints(BackendHints hints) {
    hints.java().ifPresent(host.err()::println);
    hints.remedy().map("Hint: "::concat).ifPresent(host.err()::println);
  }

  /** What is trained. */
  void summary(Network network) {
    host.out().print(network.summary());
    host.out().flush();
  }

  /**
   * What is odd about the images, if anything is.
   *
   * @param areWeighted whether classes have weights
   */
  void warning(QuickAudit images, boolean areWeighted) {
    String remedy = images.isImbalanced() && !areWeighted
        ? ". %s balanced lets every class count as much"
            .formatted(Key.of(RecipeParameters.CLASS_WEIGHTS).option())
        : "";
    images
        .warning()
        .ifPresent(text ->
            host.err().println("Warning: " + text + "; see 'plenum datasets audit'" + remedy));
  }

  @Override
  public Follower begins(Recipe recipe, TrainingData data) {
    return new Progress(host).epochs(data.train().size());
  }

  @Override
  public void announces(String line) {
    host.err().println(line);
  }

  @Override
  public void resumes(TrainingPosition position) {
    host.err()
        .printf(
            Locale.ROOT,
            "Resuming in epoch %d, after step %d.%n",
            position.epoch() + 1,
            position.step());
  }

  @Override
  public void begins(Recipe recipe) {
    host.err().println(recipe.network().displayName() + ", seed " + recipe.seed() + ":");
  }

  @Override
  public void fails(MemberFailedException failure) {
    host.err().println("The committee does without a member: " + failure.getMessage());
  }

  @Override
  public void ends(Recipe recipe, StoredRun run) {
    TestResult test = run.record().outcome().test();
    host.out()
        .printf(
            Locale.ROOT,
            "Seed %d: %s, %,d misclassified%n",
            recipe.seed(),
            MetricText.of(test.metrics()),
            test.misclassified());
    host.out().flush();
  }

  @Override
  public void ends(TrialTraining training, Optional<Score> score) {
    host.out()
        .println(training.name()
            + score
                .map(found -> ": accuracy %s, loss %s"
                    .formatted(Figures.score(found.accuracy()), Figures.score(found.loss())))
                .orElse(": diverged"));
    host.out().flush();
  }
}
