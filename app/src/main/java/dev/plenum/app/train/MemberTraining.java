package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.random.Seed;
import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import dev.plenum.ensemble.CommitteeTraining;
import dev.plenum.ensemble.Member;
import dev.plenum.ensemble.MemberStore;
import dev.plenum.persistence.RunRecord.Invocation;
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
  private final Trainer trainer;

  @Inject
  MemberTraining(Host host, Settings settings, Backend backend, Trainer trainer) {
    this.host = host;
    this.settings = settings;
    this.backend = backend;
    this.trainer = trainer;
  }

  /**
   * Trains those that are not there yet.
   *
   * @param folder gets the folders {@code 1} … {@code count}
   * @param recipe the first one's; the others have the following seeds
   * @throws IOException if a file cannot be read or written
   */
  public List<FinishedRun> train(
      Path folder, Recipe recipe, int count, TrainingData data, Invocation invocation)
      throws IOException {
    int cores = settings.threads().orElse(Runtime.getRuntime().availableProcessors());
    return CommitteeTraining.of(count, Seed.seed(recipe.seed()))
        .parallelism(settings.sideBySide())
        .cores(cores)
        .run(
            backend,
            (member, own) -> one(
                folderOf(folder, member),
                recipe.seed(member.seed().value()),
                data,
                own,
                invocation),
            new FinishedFolders(folder));
  }

  private FinishedRun one(
      Path path, Recipe recipe, TrainingData data, Backend own, Invocation invocation)
      throws IOException {
    host.err().printf("%s, seed %d:%n", recipe.network().displayName(), recipe.seed());
    try (RunDirectory directory = RunDirectory.reclaim(path);
        RunResult result = trainer.train(recipe, data, own)) {
      directory.publish(new RunFiles(result, result.record(own, settings, invocation))::writeTo);
    }
    FinishedRun finished = FinishedRun.read(path);
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

  private static Path folderOf(Path folder, Member member) {
    return folder.resolve(String.valueOf(member.number()));
  }

  /** A member is finished when its record is there: that is moved into place last. */
  private record FinishedFolders(Path folder) implements MemberStore<FinishedRun> {
    @Override
    public Optional<FinishedRun> find(Member member) throws IOException {
      return ResumableFolder.finished(folderOf(folder, member));
    }

    @Override
    public void keep(Member member, FinishedRun result) {
      // its folder is there already
    }
  }
}
