package dev.plenum.app.config;

import dev.plenum.api.service.Nearest;
import dev.plenum.experiment.parameter.Kind;
import dev.plenum.experiment.parameter.KnownRecipes;
import dev.plenum.experiment.run.RunConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lays the sources of settings over one another: built-in defaults, then the recipe that is named,
 * {@code plenum.conf} in the working directory (or the file that was named), then the environment, then the options.
 */
public final class SettingsLoader {
  private static final String USUAL_FILE = "plenum.conf";
  private static final String CONFIG_VARIABLE = "PLENUM_CONFIG";
  /** The launcher has read it already. */
  private static final String CLASSPATH_VARIABLE = "PLENUM_CLASSPATH";

  private final Map<String, String> environment;
  private final Path workingDirectory;

  /** Reads this environment, and files from this directory. */
  public SettingsLoader(Map<String, String> environment, Path workingDirectory) {
    this.environment = Map.copyOf(environment);
    this.workingDirectory = workingDirectory;
  }

  /**
   * All settings of a command.
   *
   * @param configFile the value of {@code --config}
   * @param options the values of the options that were given
   * @throws UsageException if a key is unknown, a value is out of range or a file cannot be read
   */
  public Settings load(Optional<String> configFile, Map<Key<?>, String> options) {
    Map<Key<?>, Value> chosen = new LinkedHashMap<>(fromFile(configFile));
    chosen.putAll(fromEnvironment());
    options.forEach((key, text) -> chosen.put(key, Value.ofOption(key, text)));
    Map<Key<?>, Value> merged = Keys.defaults();
    Optional.ofNullable(chosen.get(Keys.RECIPE)).ifPresent(recipe -> merged.putAll(of(recipe)));
    if (chosen.containsKey(Keys.KINDS)) {
      merged.remove(Keys.MEMBERS); // the kinds say how many there are, whatever the recipe has
    }
    merged.putAll(chosen);
    Value resume = merged.get(Keys.RESUME);
    return resume == null ? Settings.of(merged, workingDirectory) : resumed(merged, resume);
  }

  /** What a known recipe sets; of a name that is none nothing, which the key's kind refuses. */
  private static Map<Key<?>, Value> of(Value recipe) {
    Map<Key<?>, Value> keys = new LinkedHashMap<>();
    KnownRecipes.named(recipe.text())
        .ifPresent(settings -> settings.forEach((name, text) -> keys.put(
            Keys.find(name, Key::key).orElseThrow(), new Value(text, "recipe " + recipe.text()))));
    return keys;
  }

  /** The settings of the run in a folder, which is the folder to resume. */
  private Settings resumed(Map<Key<?>, Value> present, Value folder) {
    Value out = present.put(Keys.OUT, folder);
    if (out != null && out.isOption(Keys.OUT)) {
      throw new UsageException("%s names the folder already: leave out %s"
          .formatted(Keys.RESUME.option(), Keys.OUT.option()));
    }
    Settings settings = Settings.of(present, workingDirectory);
    Map<String, String> earlier = RunConfiguration.read(settings.get(Keys.OUT)).settings();
    return EarlierSettings.of(earlier, RunConfiguration.FILE).again(settings, workingDirectory);
  }

  private Map<Key<?>, Value> fromFile(Optional<String> option) {
    Optional<String> fromVariable =
        Optional.ofNullable(environment.get(CONFIG_VARIABLE)).filter(file -> !file.isBlank());
    Optional<String> named = option.or(() -> fromVariable);
    if (named.isEmpty()) {
      Path usual = workingDirectory.resolve(USUAL_FILE);
      return Files.exists(usual) ? ConfigFile.read(usual, USUAL_FILE) : Map.of();
    }
    String origin =
        option.isPresent() ? "option --config" : "environment variable " + CONFIG_VARIABLE;
    Path file =
        Settings.read("config", Kind.PATH, new Value(named.get(), origin), workingDirectory);
    if (!Files.exists(file)) {
      throw new UsageException(
          "there is no configuration file '%s' (%s)".formatted(named.get(), origin));
    }
    return ConfigFile.read(file, named.get());
  }

  /** An empty variable counts as not set. */
  private Map<Key<?>, Value> fromEnvironment() {
    Map<Key<?>, Value> keys = new LinkedHashMap<>();
    environment.forEach((name, text) -> {
      if (isSetting(name) && !text.isBlank()) {
        Key<?> key = Keys.find(name, Key::variable)
            .orElseThrow(() -> new UsageException("unknown environment variable %s%s"
                .formatted(
                    name,
                    Nearest.to(name, Keys.names(Key::variable))
                        .map("; the nearest known one is "::concat)
                        .orElse(""))));
        keys.put(key, new Value(text, "environment variable " + name));
      }
    });
    return keys;
  }

  private static boolean isSetting(String variable) {
    return Key.isVariable(variable)
        && !variable.equals(CONFIG_VARIABLE)
        && !variable.equals(CLASSPATH_VARIABLE)
        && !ServiceVariables.contain(variable);
  }
}
