package dev.plenum.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.Thrown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir
  Path folder;

  private String refusal(String content) throws IOException {
    Files.writeString(folder.resolve("plenum.conf"), content);
    return Thrown.message(
        UsageException.class,
        () -> new SettingsLoader(Map.of(), folder).load(Optional.empty(), Map.of()));
  }

  @Test
  void anUnknownKeyIsRefusedWithItsLineAndTheNearestKnownKey() throws IOException {
    assertEquals(
        "plenum.conf:2: unknown key 'batchsize'; the nearest known key is 'batch-size'",
        refusal("epochs = 3\nbatchsize = 5\n"));
  }

  @Test
  void aNestedKeyIsUnknown() throws IOException {
    String message = refusal("train.epochs = 3\n");
    assertTrue(message.startsWith("plenum.conf:1: unknown key 'train'"), message);
  }

  @Test
  void aKeyWithoutASingleValueIsRefused() throws IOException {
    assertEquals(
        "plenum.conf:1: epochs must be a single value, found [1,2]", refusal("epochs = [1, 2]"));
    assertEquals(
        "plenum.conf:1: epochs must be a single value, found {\"a\":1}",
        refusal("epochs { a = 1 }"));
    assertEquals(
        "plenum.conf:1: epochs must be a single value, found null", refusal("epochs = null"));
  }

  @Test
  void aFileThatIsNoHoconIsRefusedWithTheLine() throws IOException {
    String message = refusal("epochs = 3\nseed = }\n");
    assertTrue(message.startsWith("plenum.conf cannot be read: "), message);
    assertTrue(message.contains("2"), message);
  }

  @Test
  void aFileThatReachesOutsideOfItselfIsRefused() throws IOException {
    Files.writeString(folder.resolve("common.conf"), "epochs = 3\n");
    assertEquals(
        "plenum.conf cannot be read: plenum.conf: 'common.conf' is not included: such a file stands"
            + " for itself; copy into it what it needs",
        refusal("include \"common.conf\"\n"));
    String reference = refusal("epochs = 3\ndata-dir = ${HOME}/data");
    assertTrue(
        reference.startsWith("plenum.conf cannot be read: plenum.conf:2: ${…} refers"), reference);
  }

  @Test
  void aFolderInThePlaceOfTheFileIsRefused() throws IOException {
    Path usual = Files.createDirectory(folder.resolve("plenum.conf"));
    SettingsLoader loader = new SettingsLoader(Map.of(), folder);
    assertEquals(
        "plenum.conf cannot be read: " + usual + " is not a file but a folder",
        Thrown.message(UsageException.class, () -> loader.load(Optional.empty(), Map.of())));
  }

  @Test
  void aNamedFileThatIsMissingIsRefused() {
    SettingsLoader loader = new SettingsLoader(Map.of(), folder);
    assertEquals(
        "there is no configuration file 'no.conf' (option --config)",
        Thrown.message(UsageException.class, () -> loader.load(Optional.of("no.conf"), Map.of())));
  }
}
