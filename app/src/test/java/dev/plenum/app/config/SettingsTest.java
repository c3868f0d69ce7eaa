package dev.plenum.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.parameter.RecipeParameters;
import dev.plenum.interchange.imported.PictureSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir
  Path folder;

  private Settings load(Map<String, String> environment, Map<Key<?>, String> options) {
    return new SettingsLoader(environment, folder).load(Optional.empty(), options);
  }

  private Settings load(Key<?> key, String value) {
    return load(Map.of(), Map.of(key, value));
  }

  @Test
  void theBuiltInDefaultsAreThoseOfTheReferenceExperiment() {
    Settings settings = load(Map.of(), Map.of());
    assertEquals("purejava", settings.get(Keys.BACKEND));
    assertEquals(Optional.empty(), BackendSettings.of(settings).kernels());
    assertEquals(Optional.empty(), settings.find(Keys.THREADS));
    assertEquals("simple-conv", settings.get(Keys.NETWORK));
    assertEquals("digits", settings.get(Keys.DATASET));
    assertEquals(1.0 / 6, settings.get(Keys.VALIDATION));
    assertEquals(42, settings.get(Keys.SPLIT_SEED));
    assertEquals(5, settings.get(Keys.EPOCHS));
    assertEquals(86, settings.get(Keys.BATCH_SIZE));
    assertEquals("adam", settings.get(RecipeParameters.OPTIMIZER));
    assertEquals(Optional.empty(), settings.find(RecipeParameters.LEARNING_RATE));
    assertEquals(1, settings.get(Keys.SEED));
    assertEquals(Optional.empty(), settings.find(Keys.OUT));
    assertFalse(settings.isChosen(Keys.EPOCHS));
  }

  @Test
  void optionsGoBeforeTheEnvironmentThatBeforeTheFileThatBeforeTheDefaults() throws IOException {
    Files.writeString(folder.resolve("plenum.conf"), "epochs = 11\nbatch-size = 12\nseed = 13\n");
    Settings settings = load(
        Map.of("PLENUM_BATCH_SIZE", "22", "PLENUM_SEED", "23", "HOME", "/x"),
        Map.of(Keys.SEED, "33"));
    assertEquals(11, settings.get(Keys.EPOCHS));
    assertEquals(22, settings.get(Keys.BATCH_SIZE));
    assertEquals(33, settings.get(Keys.SEED));
    assertEquals(42, settings.get(Keys.SPLIT_SEED));
    assertTrue(settings.isChosen(Keys.EPOCHS));
  }

  @Test
  void aRecipeGoesBeforeTheDefaultsAndBehindAllElse() throws IOException {
    Files.writeString(folder.resolve("plenum.conf"), "epochs = 11");
    Settings settings = load(Map.of(), Map.of(Keys.RECIPE, "speedrun-99", Keys.SEED, "33"));
    assertEquals("early-pool", settings.get(Keys.NETWORK));
    assertEquals("mnist", settings.get(Keys.DATASET));
    assertEquals(0, settings.get(Keys.VALIDATION));
    assertEquals(11, settings.get(Keys.EPOCHS));
    assertEquals(33, settings.get(Keys.SEED));
    String message = Thrown.message(UsageException.class, () -> load(Keys.RECIPE, "speedrun-100"));
    assertTrue(message.contains("speedrun-99.5"), message);
  }

  @Test
  void kindsOfMembersGoBeforeTheirNumberInARecipe() {
    Settings settings =
        load(Map.of(), Map.of(Keys.RECIPE, "committee-99.75", Keys.KINDS, "dense=2"));
    assertFalse(settings.isChosen(Keys.MEMBERS));
    assertTrue(load(Keys.RECIPE, "committee-99.75").isChosen(Keys.MEMBERS));
  }

  @Test
  void aNamedFileTakesThePlaceOfTheUsualOne() throws IOException {
    Files.writeString(folder.resolve("plenum.conf"), "epochs = 11\nseed = 13\n");
    Files.writeString(folder.resolve("other.conf"), "epochs = 44");
    SettingsLoader loader = new SettingsLoader(Map.of(), folder);
    Settings settings = loader.load(Optional.of("other.conf"), Map.of());
    assertEquals(44, settings.get(Keys.EPOCHS));
    assertEquals(1, settings.get(Keys.SEED));
    assertEquals(
        44,
        new SettingsLoader(Map.of("PLENUM_CONFIG", "other.conf"), folder)
            .load(Optional.empty(), Map.of())
            .get(Keys.EPOCHS));
  }

  @Test
  void aFileMayUseHoconsNotation() throws IOException {
    Files.writeString(folder.resolve("plenum.conf"), """
        {
          "seed": 9        // JSON's quotes
          split-seed : 8   # a colon
          validation = 1/5
          image-size = 32x24
          learning-rate = 1e-4
        }
        """);
    Settings settings = load(Map.of(), Map.of());
    assertEquals(9, settings.get(Keys.SEED));
    assertEquals(8, settings.get(Keys.SPLIT_SEED));
    assertEquals(0.2, settings.get(Keys.VALIDATION));
    assertEquals(Optional.of(new PictureSize(32, 24)), settings.find(Keys.IMAGE_SIZE));
    assertEquals(1e-4, settings.find(RecipeParameters.LEARNING_RATE).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs|0|a whole number of at least 1",
        "epochs|-3|a whole number of at least 1",
        "epochs|1.5|a whole number of at least 1",
        "epochs|five|a whole number of at least 1",
        "epochs|3000000000|at most 2147483647",
        "epochs|99999999999999999999|a whole number of at least 1",
        "epochs|' '|a value",
        "batch-size|0|a whole number of at least 1",
        "threads|0|a whole number of at least 1",
        "limit|-1|a whole number of at least 1",
        "seed|0x1|a whole number of at most 64 bits",
        "seed|9223372036854775808|a whole number of at most 64 bits",
        "learning-rate|0|a number greater than 0",
        "learning-rate|-0.1|a number greater than 0",
        "learning-rate|NaN|a number greater than 0",
        "learning-rate|Infinity|a number greater than 0",
        "learning-rate|1e999|a number greater than 0",
        "learning-rate|1e-999|a number greater than 0",
        "learning-rate|0.1f|a number greater than 0",
        "validation|1|at least 0 and less than 1",
        "validation|-0.1|at least 0 and less than 1",
        "validation|3/3|at least 0 and less than 1",
        "validation|1/0|at least 0 and less than 1",
        "validation|a/b|at least 0 and less than 1",
        "kernels|fast|one of auto, vector, scalar",
        "image-size|28|height x width",
        "image-size|0x28|height x width",
        "image-size|28x28x3|height x width",
        "invert|yes|one of true, false",
      })
  void aValueOutOfRangeIsRefusedWithKeyOriginAndWhatIsAllowed(
      String name, String value, String allowed) {
    Key<?> key = Keys.find(name, Key::key).orElseThrow();
    String e = Thrown.message(UsageException.class, () -> load(key, value));
    assertTrue(e.startsWith(key.key() + " must be " + allowed), e);
    assertTrue(e.contains("found '" + value + "'"), e);
    assertTrue(e.endsWith("(option " + key.option() + ")"), e);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1/6,0.16666666666666666", "0.1666,0.1666", "0/7,0", "2 / 8,0.25", "1e-2,0.01"
  })
  void theValidationShareIsADecimalNumberOrARatio(String text, double expected) {
    assertEquals(expected, load(Keys.VALIDATION, text).get(Keys.VALIDATION));
  }

  @Test
  void theOriginOfABadValueIsNamed() throws IOException {
    String variable =
        Thrown.message(UsageException.class, () -> load(Map.of("PLENUM_EPOCHS", "0"), Map.of()));
    assertTrue(variable.endsWith("(environment variable PLENUM_EPOCHS)"), variable);
    Files.writeString(folder.resolve("plenum.conf"), "\n\nepochs = none\n");
    String file = Thrown.message(UsageException.class, () -> load(Map.of(), Map.of()));
    assertTrue(file.endsWith("found 'none' (plenum.conf:3)"), file);
  }

  @Test
  void anEmptyVariableCountsAsNotSet() {
    assertEquals(5, load(Map.of("PLENUM_EPOCHS", ""), Map.of()).get(Keys.EPOCHS));
  }

  @Test
  void anUnknownVariableIsRefusedWithTheNearestKnownOne() {
    String e =
        Thrown.message(UsageException.class, () -> load(Map.of("PLENUM_BATCHSIZE", "3"), Map.of()));
    assertEquals(
        "unknown environment variable PLENUM_BATCHSIZE; the nearest known one is PLENUM_BATCH_SIZE",
        e);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PLENUM_SERVICE_HOST",
        "PLENUM_SERVICE_PORT",
        "PLENUM_SERVICE_PORT_HTTP",
        "PLENUM_SERVICE_PORT_GRPC_WEB_2",
        "PLENUM_PORT",
        "PLENUM_PORT_80_TCP",
        "PLENUM_PORT_80_TCP_PROTO",
        "PLENUM_PORT_80_TCP_PORT",
        "PLENUM_PORT_53_UDP_ADDR",
        "PLENUM_TRAIN_SERVICE_HOST",
        "PLENUM_TRAIN_2_PORT_8080_SCTP_ADDR",
      })
  void variablesOfAServiceOfThatNameAreNotMeantForPlenum(String name) {
    assertEquals(5, load(Map.of(name, "tcp://10.0.0.1:80"), Map.of()).get(Keys.EPOCHS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PLENUM_EPOCH",
        "PLENUM_SERVICE",
        "PLENUM_SERVICE_HOSTS",
        "PLENUM_PORTS",
        "PLENUM_PORT_TCP",
        "PLENUM_PORT_80",
        "PLENUM_",
      })
  void otherUnknownVariablesAreStillRefused(String name) {
    String e = Thrown.message(UsageException.class, () -> load(Map.of(name, "3"), Map.of()));
    assertTrue(e.startsWith("unknown environment variable " + name), e);
  }

  @Test
  void noSettingHasTheNameOfAServicesVariable() {
    assertFalse(Keys.all().stream().map(Key::variable).anyMatch(ServiceVariables::contain));
  }

  @Test
  void relativePathsStartInTheWorkingDirectory() {
    assertEquals(folder.resolve("a/b"), load(Keys.OUT, "a/b").get(Keys.OUT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"precision", "=half", "precision=", "a=1,a=2", "a=1,,b=2"})
  void aListOfPairsHasANameAndAValueInEachAndNoNameTwice(String pairs) {
    String message = Thrown.message(UsageException.class, () -> load(Keys.BACKEND_SETTINGS, pairs));
    assertTrue(message.startsWith("backend-settings must be NAME=VALUE"), message);
    assertTrue(message.contains("'" + pairs + "'"), message);
  }

  @Test
  void pairsKeepTheirOrderAndAValueMayHaveAnEqualsSign() {
    Settings settings = load(Keys.BACKEND_SETTINGS, "flags = a=b , device=0");
    assertEquals("{flags=a=b, device=0}", BackendSettings.of(settings).all().toString());
  }
}
