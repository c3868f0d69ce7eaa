package dev.plenum.experiment.ablation;

import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings by which each recipe differs from the base: {@code recipes.json} of an ablation's or a
 * committee's folder.
 */
public final class RecipeChanges {
  private static final String FILE = RunInputs.CHANGES;

  private RecipeChanges() {}

  /**
   * {@return what the recipe of a file is called: the file's name without its ending}
   *
   * @param file has the settings; it is not read here
   */
  public static String nameOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * {@return those of files: settings by name, by what the recipe of a file is called}
   *
   * @param files each has the settings of a recipe
   * @param file reads the settings of a file
   * @throws RunRefusedException if two are called the same
   */
  public static Map<String, Map<String, String>> ofFiles(
      List<String> files, Function<String, Map<String, String>> file) {
    Map<String, Map<String, String>> changes = new LinkedHashMap<>();
    for (String name : files) {
      if (changes.put(nameOf(Path.of(name)), file.apply(name)) != null) {
        throw new RunRefusedException(
            "two recipes are called like '%s'; rename a file".formatted(name));
      }
    }
    return changes;
  }

  /**
   * {@return those of the kinds of a committee's members: settings by name, by kind}
   *
   * @param kinds each the name of a built-in network, which it sets, or a file
   * @param directory where relative paths start
   * @param file reads the settings of a file
   * @throws IllegalArgumentException if a kind is neither
   */
  public static Map<String, Map<String, String>> ofKinds(
      Collection<String> kinds, Path directory, Function<String, Map<String, String>> file) {
    Map<String, Map<String, String>> changes = new LinkedHashMap<>();
    for (String kind : kinds) {
      boolean isNetwork = BuiltInNetwork.named(kind).isPresent();
      if (!isNetwork && !Files.exists(directory.resolve(kind))) {
        throw new IllegalArgumentException(
            "'%s' is neither a file of settings nor one of the networks %s"
                .formatted(kind, String.join(", ", BuiltInNetwork.names())));
      }
      changes.put(kind, isNetwork ? Map.of("network", kind) : file.apply(kind));
    }
    return changes;
  }

  /**
   * Writes them, before anything else is done in the folder: a run cannot be resumed without.
   *
   * @param changes settings by name, by the recipe's name; without any there is no file
   * @param folder gets the file
   * @throws IOException if the file cannot be written
   */
  public static void write(Map<String, Map<String, String>> changes, Path folder)
      throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    JsonObject json = JsonObject.empty();
    for (Map.Entry<String, Map<String, String>> change : changes.entrySet()) {
      json = json.with(change.getKey(), JsonObject.of(change.getValue()));
    }
    AtomicFiles.write(folder.resolve(FILE), json.toString());
  }

  /**
   * Reads them.
   *
   * @param folder has the file
   * @return settings by name, by the recipe's name
   * @throws IOException if the file is damaged, or cannot be read
   */
  public static Map<String, Map<String, String>> read(Path folder) throws IOException {
    try {
      JsonValue json = JsonValue.read(folder.resolve(FILE));
      Map<String, Map<String, String>> changes = new LinkedHashMap<>();
      for (String name : json.keys()) {
        JsonValue change = json.required(name);
        Map<String, String> settings = new LinkedHashMap<>();
        change.keys().forEach(key -> settings.put(key, change.required(key).text()));
        changes.put(name, settings);
      }
      return changes;
    } catch (InvalidJsonException e) {
      throw new IOException("the file is damaged: " + e.getMessage(), e);
    }
  }
}
