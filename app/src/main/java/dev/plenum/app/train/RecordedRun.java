package dev.plenum.app.train;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigRenderOptions;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.IoReason;
import dev.plenum.app.config.EarlierSettings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.document.Documents;
import dev.plenum.app.network.FixedNetwork;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.NetworkJson;
import dev.plenum.persistence.OptimizerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run as its record tells it, for whoever wants to do the same again.
 *
 * @param settings all that it was started with
 * @param network what was trained
 * @param optimizer the optimizer as it started
 * @param datasetSha256 identifies the images as they were stored
 * @param pixelsSha256 identifies what they became; empty in a record of an earlier version
 * @param platform what it ran on, in one line
 * @param result what came out
 */
public record RecordedRun(
    EarlierSettings settings,
    NetworkSource network,
    OptimizerSpec optimizer,
    String datasetSha256,
    Optional<String> pixelsSha256,
    String platform,
    FinishedRun result) {

  /**
   * Reads a record.
   *
   * @param path the file {@code run.json}, or its folder
   * @throws UsageException if there is none
   * @throws IOException if it is damaged, or cannot be read
   */
  public static RecordedRun read(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(FinishedRun.RECORD) : path;
    if (!Files.exists(file)) {
      throw new UsageException("there is no record of a run: " + file);
    }
    try {
      return of(Documents.json(file), file);
    } catch (ConfigException | InvalidJsonException e) {
      throw new IOException("%s is not the record of a run as 'plenum train' leaves it: %s"
          .formatted(file, e.getMessage()));
    } catch (IOException e) { // such as one about bytes that are no text
      throw new IOException("%s cannot be read: %s".formatted(file, IoReason.of(e)), e);
    }
  }

  private static RecordedRun of(Config run, Path file) {
    String source = file.toString();
    EarlierSettings settings = EarlierSettings.of(run.getObject("configuration"), source);
    Sequential network = NetworkJson.read(json(run, "network"), source);
    return new RecordedRun(
        settings,
        new FixedNetwork(source, network),
        OptimizerJson.read(json(run, "optimizer"), source),
        run.getString("dataset.sha256"),
        run.hasPath("dataset.pixelsSha256")
            ? Optional.of(run.getString("dataset.pixelsSha256"))
            : Optional.empty(),
        "plenum %s, %s %s, %s"
            .formatted(
                run.getString("plenumVersion"),
                run.getString("backend.engine"),
                run.getString("backend.instructionSet"),
                run.getString("jvm")),
        FinishedRun.of(run, file.resolveSibling("")));
  }

  private static String json(Config run, String key) {
    return run.getConfig(key).root().render(ConfigRenderOptions.concise());
  }
}
