package dev.plenum.app.network;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.NetworkJson;
import java.nio.file.Files;
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
   * @throws IllegalArgumentException if it does not exist or is neither JSON nor HOCON
   */
  public static NetworkFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    try {
      return new NetworkFile(file, ConfigFactory.parseFile(file.toFile()).resolve());
    } catch (ConfigException e) {
      throw new IllegalArgumentException(file + " is neither JSON nor HOCON: " + e.getMessage());
    }
  }

  @Override
  public String displayName() {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  @Override
  public Sequential network(Shape images, int classes) {
    Config complete =
        config.withFallback(ConfigValueFactory.fromAnyRef(images.dimensions()).atKey(INPUT_SHAPE));
    return new FixedNetwork(file.toString(), read(complete)).network(images, classes);
  }

  @Override
  public Optional<Sequential> own() {
    return config.hasPath(INPUT_SHAPE) ? Optional.of(read(config)) : Optional.empty();
  }

  private Sequential read(Config complete) {
    return NetworkJson.read(complete.root().render(ConfigRenderOptions.concise()), file.toString());
  }
}
