package dev.plenum.app.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.plenum.api.service.Nearest;
import dev.plenum.app.document.Documents;
import dev.plenum.persistence.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads keys from a HOCON file. */
public final class ConfigFile {
  private static final Set<ConfigValueType> SCALARS =
      EnumSet.of(ConfigValueType.STRING, ConfigValueType.NUMBER, ConfigValueType.BOOLEAN);

  private ConfigFile() {}

  /**
   * The keys of a file.
   *
   * @param shownAs how messages name it
   * @throws UsageException if it cannot be read or parsed, or has an unknown key
   */
  public static Map<Key<?>, Value> read(Path file, String shownAs) {
    try {
      return keys(Documents.hocon(file, shownAs), shownAs);
    } catch (ConfigException e) {
      throw new UsageException(shownAs + " cannot be read: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException(shownAs + " cannot be read: " + IoReason.of(e));
    }
  }

  private static Map<Key<?>, Value> keys(Config config, String shownAs) {
    Map<Key<?>, Value> keys = new LinkedHashMap<>();
    config.root().forEach((name, value) -> {
      String where = where(value.origin(), shownAs);
      Key<?> key = Keys.find(name, Key::key)
          .orElseThrow(() -> new UsageException("%s: unknown key '%s'%s"
              .formatted(
                  where,
                  name,
                  Nearest.to(name, Keys.names(Key::key))
                      .map("; the nearest known key is '%s'"::formatted)
                      .orElse("; keys are the names of options without dashes"))));
      if (!SCALARS.contains(value.valueType())) {
        throw new UsageException(
            "%s: %s must be a single value, found %s".formatted(where, name, render(value)));
      }
      keys.put(key, new Value(config.getString(ConfigUtil.quoteString(name)), where));
    });
    return keys;
  }

  private static String where(ConfigOrigin origin, String shownAs) {
    return origin.lineNumber() > 0 ? shownAs + ":" + origin.lineNumber() : shownAs;
  }

  private static String render(ConfigValue value) {
    return value.render(ConfigRenderOptions.concise());
  }
}
