package dev.plenum.experiment.cluster;

import dev.plenum.api.Backend;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.NetworkTrainer;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.run.TrustedRun;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/**
 * Trains the members of a committee on a cluster, or another network.
 *
 * @param cluster where
 * @param what tells them from other trainings: the network's name
 * @param source how; each has a seed of its own instead of the recipe's
 * @param checkpointInterval how often each is saved meanwhile
 * @param listener is notified of what happens
 */
public record ClusterMembers(
    Cluster cluster,
    String what,
    TrainingSource source,
    Duration checkpointInterval,
    ClusterListener listener)
    implements NetworkTrainer {

  /**
   * {@return what trains members of several kinds, called like their networks}
   *
   * @param cluster where
   * @param sources how a recipe is made again there, but for its seed
   * @param checkpointInterval how often each is saved meanwhile
   * @param listener is notified of what happens
   */
  public static NetworkTrainer ofKinds(
      Cluster cluster,
      Function<Recipe, TrainingSource> sources,
      Duration checkpointInterval,
      ClusterListener listener) {
    return (folder, recipe, data, backend) -> new ClusterMembers(
            cluster,
            recipe.network().displayName(),
            sources.apply(recipe),
            checkpointInterval,
            listener)
        .train(folder, recipe, data, backend);
  }

  /**
   * Trains one.
   *
   * @param recipe what the source's must be, with the member's seed
   * @param backend left aside: the source has the workers'
   * @throws TrainingFailedException if it fails for good
   * @throws dev.plenum.experiment.RunRefusedException if the worker trained something else
   */
  @Override
  public StoredRun train(TrainingFolder folder, Recipe recipe, TrainingData data, Backend backend)
      throws IOException {
    String name = what + ", seed " + recipe.seed();
    TrainedFiles files =
        cluster.run(name, new RemoteMember(source, recipe.seed(), checkpointInterval), listener);
    folder.create();
    folder.publish(files::writeTo);
    StoredRun run = StoredRun.read(folder.path());
    new TrustedRun(run).require(recipe, data);
    cluster.forget(name);
    return run;
  }
}
