package dev.plenum.app.document;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.TextFile;
import dev.plenum.persistence.TextNesting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents that people write, in HOCON or JSON. They are data: one that would have other files read, ask the network,
 * or look into the environment is refused, and so is one that is nested deeper than any that makes
 * sense.
 */
public final class Documents {
  /** The parser takes time that grows with the square of the length. */
  private static final int LONGEST = 1 << 16;

  private Documents() {}

  /**
   * Reads a file that somebody has written: a network, settings.
   *
   * @param shownAs how messages name it
   * @throws ConfigException if it is not HOCON, or refers to something
   * @throws IOException if it cannot be read as a text
   */
  public static Config hocon(Path file, String shownAs) throws IOException {
    String text = TextFile.read(file, LONGEST);
    try {
      TextNesting.check(text, shownAs);
    } catch (IllegalArgumentException e) {
      throw new ConfigException.Generic(String.valueOf(e.getMessage()), e);
    }
    Config config = ConfigFactory.parseString(
        text,
        ConfigParseOptions.defaults()
            .setSyntax(ConfigSyntax.CONF)
            .setOriginDescription(shownAs)
            .setIncluder(new NoIncludes(shownAs)));
    if (!config.isResolved()) {
      throw new ConfigException.Generic(
          shownAs + ": += adds to another value, which is not done here; write the whole value");
    }
    return config;
  }

  /**
   * Reads a file that somebody has written, in HOCON or JSON, as JSON.
   *
   * @throws IllegalArgumentException if it is neither, or refers to something
   * @throws IOException if it cannot be read as a text
   */
  public static JsonValue json(Path file, String shownAs) throws IOException {
    try {
      String json = hocon(file, shownAs).root().render(ConfigRenderOptions.concise());
      return JsonValue.parse(json, shownAs);
    } catch (ConfigException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Writes settings, so that {@link #hocon} reads them: a line for each, by name. */
  public static void write(Path file, Map<String, String> settings) throws IOException {
    ConfigRenderOptions readable =
        ConfigRenderOptions.defaults().setOriginComments(false).setJson(false);
    AtomicFiles.write(file, ConfigValueFactory.fromMap(new TreeMap<>(settings)).render(readable));
  }
}
