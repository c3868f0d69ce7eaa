package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.random.Seed;
import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import dev.plenum.ensemble.CommitteeTraining;
import dev.plenum.ensemble.Member;
import dev.plenum.ensemble.MemberStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Trains networks that differ by their seeds only, each into a folder of its own. */
public final class MemberTraining {
  private final Host host;
  private final Settings settings;
  private final Backend backend;
  private final NetworkTraining training;

  @Inject
  MemberTraining(Host host, Settings settings, Backend backend, NetworkTraining training) {
    this.host = host;
    this.settings = settings;
    this.backend = backend;
    this.training = training;
  }

  /**
   * Trains those that are not there yet.
   *
   * @param run the run that they are part of
   * @param folder gets the folders {@code 1} … {@code count}
   * @param recipe the first one's; the others have the following seeds
   * @throws IOException if a file cannot be read or written
   */
  public List<FinishedRun> train(
      RunFolder run, Path folder, Recipe recipe, int count, TrainingData data) throws IOException {
    int cores = settings.threads().orElse(Runtime.getRuntime().availableProcessors());
    return CommitteeTraining.of(count, Seed.seed(recipe.seed()))
        .parallelism(settings.sideBySide())
        .cores(cores)
        .run(
            backend,
            (member, own) ->
                one(run, folderOf(folder, member), recipe.seed(member.seed().value()), data, own),
            new FinishedFolders(folder, recipe, data));
  }

  private FinishedRun one(
      RunFolder run, TrainingFolder folder, Recipe recipe, TrainingData data, Backend own)
      throws IOException {
    host.err().println(recipe.network().displayName() + ", seed " + recipe.seed() + ":");
    FinishedRun finished = training.train(run, folder, recipe, data, own);
    host.out()
        .printf(
            Locale.ROOT,
            "Seed %d: loss %.4f, accuracy %.4f, %,d misclassified%n",
            recipe.seed(),
            finished.test().loss(),
            finished.test().accuracy(),
            finished.test().misclassified());
    host.out().flush();
    return finished;
  }

  private static TrainingFolder folderOf(Path folder, Member member) {
    return new TrainingFolder(folder.resolve(String.valueOf(member.number())));
  }

  private record FinishedFolders(Path folder, Recipe recipe, TrainingData data)
      implements MemberStore<FinishedRun> {
    @Override
    public Optional<FinishedRun> find(Member member) throws IOException {
      Optional<FinishedRun> finished = folderOf(folder, member).finished();
      if (finished.isPresent()) {
        new TrustedRun(finished.get())
            .require(TrainingOrigin.of(recipe.seed(member.seed().value()), data));
      }
      return finished;
    }

    @Override
    public void keep(Member member, FinishedRun result) {
      // its folder is there already
    }
  }
}
