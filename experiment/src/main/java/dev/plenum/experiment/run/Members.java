package dev.plenum.experiment.run;

import dev.plenum.api.Backend;
import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.CommitteeTraining;
import dev.plenum.ensemble.Member;
import dev.plenum.ensemble.MemberFailedException;
import dev.plenum.ensemble.MemberStore;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.persistence.TrainingInterruptedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains the members of a committee, each into a folder of its own.
 *
 * @param trainer trains one of them
 * @param backend what computes
 * @param sideBySide how many are trained at the same time
 * @param cores how many threads all of them may use together
 * @param listener is notified of each
 */
public record Members(
    NetworkTrainer trainer, Backend backend, int sideBySide, int cores, Listener listener) {

  /**
   * {@return members that are trained one after the other on all cores; nobody is notified}
   *
   * @param training trains one of them
   * @param backend what computes
   */
  public static Members of(TrainingRun training, Backend backend) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Members(training, backend, 1, cores, Listener.NONE);
  }

  /** Is notified of each member. */
  public interface Listener {
    /** Shows nothing. */
    Listener NONE = new Listener() {};

    /**
     * The training of a member begins.
     *
     * @param recipe the member's, with its seed
     */
    default void begins(Recipe recipe) {}

    /**
     * A member is trained.
     *
     * @param recipe the member's, with its seed
     * @param run what came out
     */
    default void ends(Recipe recipe, StoredRun run) {}

    /**
     * A member could not be trained, and the committee does without it.
     *
     * @param failure names the member, and has the cause
     */
    default void fails(MemberFailedException failure) {}
  }

  /**
   * Trains those that are not there yet; they differ by their seeds only.
   *
   * @param folder gets the folders {@code 1} … {@code count}
   * @param recipe the first one's; the others have the following seeds
   * @param count how many there are in the end, at least 1
   * @param data what all are trained on
   * @return their results, in the order of their seeds
   * @throws IOException if a file cannot be read or written
   */
  public List<StoredRun> train(Path folder, Recipe recipe, int count, TrainingData data)
      throws IOException {
    return train(folder, MemberRecipes.of(recipe, count), data);
  }

  /**
   * Trains those that are not there yet.
   *
   * @param folder gets the folders {@code 1} and so on, in the order of the recipes
   * @param recipes how each is trained
   * @param data what all are trained on
   * @return their results, in the order of the recipes
   * @throws IOException if a file cannot be read or written
   */
  public List<StoredRun> train(Path folder, MemberRecipes recipes, TrainingData data)
      throws IOException {
    return train(0, folder, recipes.all(), data);
  }

  private List<StoredRun> train(int spare, Path folder, List<Recipe> all, TrainingData data)
      throws IOException {
    return training(all)
        .spare(spare)
        .parallelism(sideBySide)
        .cores(cores)
        .run(
            backend,
            (member, own) -> one(folderOf(folder, member), all.get(member.index()), data, own),
            new FinishedFolders(folder, all, data));
  }

  private static CommitteeTraining training(List<Recipe> recipes) {
    return CommitteeTraining.of(
        recipes.stream().map(recipe -> Seed.seed(recipe.seed())).toList());
  }

  /**
   * Trains those that are not there yet, and does without those that fail.
   *
   * @param least how many must be there in the end
   * @param folder gets the folders {@code 1} and so on, in the order of the recipes
   * @param recipes how each is trained
   * @param data what all are trained on
   * @return those that are
   * @throws MemberFailedException if there are fewer
   * @throws IOException as {@link #train}
   */
  public List<StoredRun> trainAtLeast(
      int least, Path folder, MemberRecipes recipes, TrainingData data) throws IOException {
    List<Recipe> all = recipes.all();
    try {
      return train(Math.max(0, all.size() - least), folder, all, data);
    } catch (MemberFailedException e) {
      List<StoredRun> trained = finished(folder, all, data);
      if (trained.size() < least || e.getCause() instanceof TrainingInterruptedException) {
        throw e;
      }
      listener.fails(e);
      for (Throwable other : e.getSuppressed()) {
        if (other instanceof MemberFailedException failure) {
          listener.fails(failure);
        }
      }
      return trained;
    }
  }

  private static List<StoredRun> finished(Path folder, List<Recipe> recipes, TrainingData data)
      throws IOException {
    FinishedFolders folders = new FinishedFolders(folder, recipes, data);
    List<StoredRun> finished = new ArrayList<>();
    for (Member member : training(recipes).members()) {
      folders.find(member).ifPresent(finished::add);
    }
    return finished;
  }

  private StoredRun one(TrainingFolder folder, Recipe recipe, TrainingData data, Backend own)
      throws IOException {
    listener.begins(recipe);
    StoredRun finished = trainer.train(folder, recipe, data, own);
    listener.ends(recipe, finished);
    return finished;
  }

  private static TrainingFolder folderOf(Path folder, Member member) {
    return new TrainingFolder(folder.resolve(String.valueOf(member.number())));
  }

  private record FinishedFolders(Path folder, List<Recipe> recipes, TrainingData data)
      implements MemberStore<StoredRun> {
    @Override
    public Optional<StoredRun> find(Member member) throws IOException {
      Optional<StoredRun> finished = folderOf(folder, member).finished();
      if (finished.isPresent()) {
        new TrustedRun(finished.get()).require(recipes.get(member.index()), data);
      }
      return finished;
    }

    @Override
    public void keep(Member member, StoredRun result) {
      // its folder is there already
    }
  }
}
