package dev.plenum.app.document;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import dev.plenum.persistence.TextFile;
import dev.plenum.persistence.TextNesting;
import java.io.IOException;
import java.nio.file.Path;

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
}
