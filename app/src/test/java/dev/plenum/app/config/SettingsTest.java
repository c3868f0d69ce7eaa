package dev.plenum.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.Thrown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir
  Path folder;

  private Settings load(Map<String, String> environment, Map<Key, String> options) {
    return new SettingsLoader(environment, folder).load(Optional.empty(), options);
  }

  private Settings load(Key key, String value) {
    return load(Map.of(), Map.of(key, value));
  }

  @Test
  void theBuiltInDefaultsAreThoseOfTheReferenceExperiment() {
    Settings settings = load(Map.of(), Map.of());
    assertEquals("purejava", settings.backend());
    assertEquals(Optional.empty(), settings.kernels());
    assertEquals(OptionalInt.empty(), settings.threads());
    assertEquals("simple-conv", settings.network());
    assertEquals("digits", settings.dataset());
    assertEquals(1.0 / 6, settings.validation());
    assertEquals(42, settings.splitSeed());
    assertEquals(5, settings.epochs());
    assertEquals(86, settings.batchSize());
    assertEquals("adam", settings.optimizer());
    assertEquals(Optional.empty(), settings.find(Key.LEARNING_RATE, Double.class));
    assertEquals(1, settings.seed());
    assertEquals(Optional.empty(), settings.out());
    assertFalse(settings.isChosen(Key.EPOCHS));
  }

  @Test
  void optionsGoBeforeTheEnvironmentThatBeforeTheFileThatBeforeTheDefaults() throws IOException {
    Files.writeString(folder.resolve("plenum.conf"), "epochs = 11\nbatch-size = 12\nseed = 13\n");
    Settings settings = load(
        Map.of("PLENUM_BATCH_SIZE", "22", "PLENUM_SEED", "23", "HOME", "/x"),
        Map.of(Key.SEED, "33"));
    assertEquals(11, settings.epochs());
    assertEquals(22, settings.batchSize());
    assertEquals(33, settings.seed());
    assertEquals(42, settings.splitSeed());
    assertTrue(settings.isChosen(Key.EPOCHS));
  }

  @Test
  void aNamedFileTakesThePlaceOfTheUsualOne() throws IOException {
    Files.writeString(folder.resolve("plenum.conf"), "epochs = 11\nseed = 13\n");
    Files.writeString(folder.resolve("other.conf"), "epochs = 44");
    SettingsLoader loader = new SettingsLoader(Map.of(), folder);
    Settings settings = loader.load(Optional.of("other.conf"), Map.of());
    assertEquals(44, settings.epochs());
    assertEquals(1, settings.seed());
    assertEquals(
        44,
        new SettingsLoader(Map.of("PLENUM_CONFIG", "other.conf"), folder)
            .load(Optional.empty(), Map.of())
            .epochs());
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
    assertEquals(9, settings.seed());
    assertEquals(8, settings.splitSeed());
    assertEquals(0.2, settings.validation());
    assertEquals(Optional.of(new ImageSize(32, 24)), settings.imageSize());
    assertEquals(1e-4, settings.find(Key.LEARNING_RATE, Double.class).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPOCHS|0|a whole number of at least 1",
        "EPOCHS|-3|a whole number of at least 1",
        "EPOCHS|1.5|a whole number of at least 1",
        "EPOCHS|five|a whole number of at least 1",
        "EPOCHS|3000000000|at most 2147483647",
        "EPOCHS|99999999999999999999|a whole number of at least 1",
        "EPOCHS|' '|a value",
        "BATCH_SIZE|0|a whole number of at least 1",
        "THREADS|0|a whole number of at least 1",
        "LIMIT|-1|a whole number of at least 1",
        "SEED|0x1|a whole number of at most 64 bits",
        "SEED|9223372036854775808|a whole number of at most 64 bits",
        "LEARNING_RATE|0|a number greater than 0",
        "LEARNING_RATE|-0.1|a number greater than 0",
        "LEARNING_RATE|NaN|a number greater than 0",
        "LEARNING_RATE|Infinity|a number greater than 0",
        "LEARNING_RATE|1e999|a number greater than 0",
        "LEARNING_RATE|1e-999|a number greater than 0",
        "LEARNING_RATE|0.1f|a number greater than 0",
        "VALIDATION|1|at least 0 and less than 1",
        "VALIDATION|-0.1|at least 0 and less than 1",
        "VALIDATION|3/3|at least 0 and less than 1",
        "VALIDATION|1/0|at least 0 and less than 1",
        "VALIDATION|a/b|at least 0 and less than 1",
        "KERNELS|fast|one of auto, vector, scalar",
        "IMAGE_SIZE|28|height x width",
        "IMAGE_SIZE|0x28|height x width",
        "IMAGE_SIZE|28x28x3|height x width",
        "INVERT|yes|one of true, false",
      })
  void aValueOutOfRangeIsRefusedWithKeyOriginAndWhatIsAllowed(
      Key key, String value, String allowed) {
    String e = Thrown.message(UsageException.class, () -> load(key, value));
    assertTrue(e.startsWith(key.key() + " must be " + allowed), e);
    assertTrue(e.contains("found '" + value + "'"), e);
    assertTrue(e.endsWith("(option " + key.option() + ")"), e);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1/6,0.16666666666666666", "0.1666,0.1666", "0/7,0", "2 / 8,0.25", "1e-2,0.01"
  })
  void theValidationShareIsADecimalNumberOrARatio(String text, double expected) {
    assertEquals(expected, load(Key.VALIDATION, text).validation());
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
    assertEquals(5, load(Map.of("PLENUM_EPOCHS", ""), Map.of()).epochs());
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
    assertEquals(5, load(Map.of(name, "tcp://10.0.0.1:80"), Map.of()).epochs());
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
    assertFalse(Arrays.stream(Key.values()).map(Key::variable).anyMatch(ServiceVariables::contain));
  }

  @Test
  void relativePathsStartInTheWorkingDirectory() {
    assertEquals(folder.resolve("a/b"), load(Key.OUT, "a/b").out().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"precision", "=half", "precision=", "a=1,a=2", "a=1,,b=2"})
  void aListOfPairsHasANameAndAValueInEachAndNoNameTwice(String pairs) {
    String message = Thrown.message(UsageException.class, () -> load(Key.BACKEND_SETTINGS, pairs));
    assertTrue(message.startsWith("backend-settings must be NAME=VALUE"), message);
    assertTrue(message.contains("'" + pairs + "'"), message);
  }

  @Test
  void pairsKeepTheirOrderAndAValueMayHaveAnEqualsSign() {
    Settings settings = load(Key.BACKEND_SETTINGS, "flags = a=b , device=0");
    assertEquals("{flags=a=b, device=0}", settings.backendSettings().toString());
  }
}
