package dev.plenum.app.network;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.app.document.Documents;
import dev.plenum.experiment.FixedNetwork;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.persistence.IoReason;
import dev.plenum.persistence.NetworkJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A network in a JSON or HOCON file, see {@link NetworkJson}. Where the file leaves {@code
 * input_shape} out, it is that of the images.
 */
public final class NetworkFile implements NetworkSource {
  private static final List<String> ENDINGS = List.of(".json", ".conf", ".hocon");
  private static final String INPUT_SHAPE = "input_shape";

  private final Path file;
  private final Config config;

  private NetworkFile(Path file, Config config) {
    this.file = file;
    this.config = config;
  }

  /** Whether a name is that of a network file. */
  public static boolean isNetworkFile(String name) {
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it cannot be read, or is neither JSON nor HOCON; the message
   *     names it
   */
  public static NetworkFile read(Path file) {
    try {
      return new NetworkFile(file, Documents.hocon(file, file.toString()));
    } catch (ConfigException e) {
      throw new IllegalArgumentException("not a network in JSON or HOCON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(IoReason.of(e), e);
    }
  }

  @Override
  public String displayName() {
    return displayName(file);
  }

  /** What users call the network of a file. */
  static String displayName(Path file) {
    String name = file.getFileName().toString();
    return name.lastIndexOf('.') == 0 ? name : name.substring(0, name.lastIndexOf('.'));
  }

  @Override
  public Network network(Shape images, int classes) {
    Network network = forImages(images, classes);
    return new FixedNetwork(file.toString(), network).network(images, classes);
  }

  @Override
  public Network forImages(Shape images, int usualClasses) {
    return read(
        config.withFallback(ConfigValueFactory.fromAnyRef(images.dimensions()).atKey(INPUT_SHAPE)));
  }

  @Override
  public Optional<Network> own() {
    return config.hasPath(INPUT_SHAPE) ? Optional.of(read(config)) : Optional.empty();
  }

  private Network read(Config complete) {
    return NetworkJson.read(complete.root().render(ConfigRenderOptions.concise()), file.toString());
  }
}
