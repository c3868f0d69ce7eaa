package dev.plenum.app.network;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.FixedNetwork;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.TransferredNetwork;
import dev.plenum.experiment.run.RunInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the networks that were asked for.
 *
 * @param settings what was asked for
 * @param workingDirectory where relative paths start
 */
public record NetworkSources(Settings settings, Path workingDirectory) {

  /**
   * The one network of the settings.
   *
   * @throws dev.plenum.app.config.UsageException if there is no such network, or its file is damaged
   */
  public NetworkSource configured() {
    if (settings.find(Keys.FROM).isPresent() && settings.isOption(Keys.NETWORK)) {
      throw settings.refuse(Keys.NETWORK, "the model of --from brings a network; leave it out");
    }
    if (settings.find(Keys.FROM).isEmpty() && !settings.all(Keys.FREEZE).isEmpty()) {
      throw settings.refuse(
          Keys.FREEZE,
          "only layers that were trained can be frozen; name a model with --from (in a network file, trainable = false freezes a layer)");
    }
    return settings
        .find(Keys.FROM)
        .map(this::transferred)
        .orElseGet(() ->
            recorded().orElseGet(() -> find(settings.get(Keys.NETWORK), Keys.NETWORK)));
  }

  private NetworkSource transferred(Path file) {
    return settings.make(Keys.FROM, () -> TransferredNetwork.read(file, settings.all(Keys.FREEZE)));
  }

  /**
   * The networks to compare: those that were listed, else the one.
   *
   * @throws dev.plenum.app.config.UsageException as {@link #configured}
   */
  public List<NetworkSource> listed() {
    return settings.all(Keys.NETWORKS).isEmpty()
        ? List.of(find(settings.get(Keys.NETWORK), Keys.NETWORK))
        : settings.all(Keys.NETWORKS).stream()
            .map(name -> find(name, Keys.NETWORKS))
            .toList();
  }

  private NetworkSource find(String name, Key<?> key) {
    return BuiltInNetwork.named(name).orElseGet(() -> file(name, key));
  }

  /** The network as the resumed run had it, if its file is no longer there. */
  private Optional<NetworkSource> recorded() {
    String name = settings.get(Keys.NETWORK);
    if (settings.find(Keys.RESUME).isEmpty()
        || !NetworkFile.isNetworkFile(name)
        || Files.exists(workingDirectory.resolve(name))) {
      return Optional.empty();
    }
    String displayName = NetworkFile.displayName(workingDirectory.resolve(name));
    try {
      return RunInputs.read(settings.find(Keys.RESUME).get())
          .flatMap(inputs -> inputs.network(displayName))
          .map(network -> new FixedNetwork(displayName, network));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NetworkSource file(String name, Key<?> key) {
    if (!NetworkFile.isNetworkFile(name)) {
      throw settings.refuse(
          key,
          "there is no network '%s'; there are %s, or a file that ends in .json, .conf or .hocon"
              .formatted(name, String.join(", ", BuiltInNetwork.names())));
    }
    return settings.make(key, () -> NetworkFile.read(workingDirectory.resolve(name)));
  }
}
