package dev.plenum.app.train;

import dev.plenum.app.config.ConfigFile;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.config.Value;
import dev.plenum.app.host.Host;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a trial is told: what the command was told, but for some settings of its own.
 *
 * @param settings of the command
 */
public record TrialSettings(Settings settings) {
  /** What all trials share, so that they can be compared, or has a place of its own. */
  private static final Set<Key<?>> SHARED = Set.of(Keys.SEED, Keys.EPOCHS);

  /** What a trial may have of its own. */
  public static final List<Key<?>> OWN = Recipes.KEYS.stream()
      .filter(key ->
          key.equals(Keys.WINDOW) || (key.group() != Group.DATA && key.group() != Group.BACKEND))
      .filter(key -> !SHARED.contains(key))
      .toList();

  /**
   * The settings of a trial.
   *
   * @param values its own, by name
   * @param origin where they are from, for messages
   * @throws UsageException if a trial cannot have one of its own, it is given as an option too, a value
   *     is out of range, or there is a network beside a model that brings one
   */
  public Settings of(Map<String, String> values, String origin) {
    Map<Key<?>, Value> own = new LinkedHashMap<>();
    values.forEach((name, text) -> own.put(key(name, origin), new Value(text, origin)));
    Settings trial = settings.with(own);
    if (own.containsKey(Keys.NETWORK) && trial.find(Keys.FROM).isPresent()) {
      throw trial.refuse(
          Keys.NETWORK, "the model of 'from' brings a network: leave one of the two settings out");
    }
    return trial;
  }

  /** The settings of a file, by name. */
  public static Map<String, String> in(String file, Host host) {
    Map<String, String> settings = new LinkedHashMap<>();
    ConfigFile.read(host.workingDirectory().resolve(file), file)
        .forEach((key, value) -> settings.put(key.key(), value.text()));
    return settings;
  }

  private Key<?> key(String name, String origin) {
    Key<?> key = OWN.stream()
        .filter(one -> one.key().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException(
            "%s: '%s' is no setting that trials can have of their own; these are window, and the settings of 'plenum train' about training, optimizer, augmentation and schedules, but for seed and epochs"
                .formatted(origin, name)));
    if (settings.isOption(key)) {
      throw settings.refuse(key, "each has its own, by %s: leave the option out".formatted(origin));
    }
    return key;
  }

  /** What was chosen for a trial, so that {@code plenum train --config} trains the same. */
  public static Map<String, String> chosen(Settings trial) {
    Map<String, String> chosen = new LinkedHashMap<>();
    trial.values().forEach((key, value) -> {
      if (Recipes.KEYS.contains(key) && key.group() != Group.BACKEND && trial.isChosen(key)) {
        chosen.put(key.key(), value.text());
      }
    });
    return chosen;
  }
}
