package dev.plenum.app.document;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Documents in HOCON and JSON. They are data: one that would have other files read, ask the network,
 * or look into the environment is refused, and so is one that is nested deeper than any that makes
 * sense.
 */
public final class Documents {
  /** The parser takes time that grows with the square of the length. */
  private static final int LONGEST_HOCON = 1 << 16;

  private static final int LONGEST_JSON = 1 << 26;

  private Documents() {}

  /**
   * Reads a file that somebody has written: a network, settings.
   *
   * @param shownAs how messages name it
   * @throws ConfigException if it is not HOCON, or refers to something
   * @throws IOException if it cannot be read as a text
   */
  public static Config hocon(Path file, String shownAs) throws IOException {
    String text = TextFile.read(file, LONGEST_HOCON);
    Config config = parse(text, shownAs, ConfigSyntax.CONF);
    if (!config.isResolved()) {
      throw new ConfigException.Generic(
          shownAs + ": += adds to another value, which is not done here; write the whole value");
    }
    return config;
  }

  /**
   * Reads a file that Plenum has written: a record, a configuration.
   *
   * @throws ConfigException if it is not JSON
   * @throws IOException if it cannot be read as a text
   */
  public static Config json(Path file) throws IOException {
    return json(TextFile.read(file, LONGEST_JSON), file.getFileName().toString());
  }

  /**
   * Reads what Plenum has written.
   *
   * @param shownAs how messages name it
   * @throws ConfigException if it is not JSON
   */
  public static Config json(String text, String shownAs) {
    return parse(text, shownAs, ConfigSyntax.JSON);
  }

  private static Config parse(String text, String shownAs, ConfigSyntax syntax) {
    new Nesting(text, shownAs).check();
    return ConfigFactory.parseString(
        text,
        ConfigParseOptions.defaults()
            .setSyntax(syntax)
            .setOriginDescription(shownAs)
            .setIncluder(new NoIncludes(shownAs)));
  }
}
