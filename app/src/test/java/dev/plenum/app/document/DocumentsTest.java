package dev.plenum.app.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.plenum.experiment.Thrown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  @TempDir
  Path folder;

  private Config read(String hocon) throws IOException {
    return Documents.hocon(Files.writeString(folder.resolve("a.conf"), hocon), "a.conf");
  }

  private String refusal(String hocon) {
    return Thrown.message(ConfigException.class, () -> read(hocon));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include \"secret.conf\"",
        "include file(\"%s/secret.conf\")",
        "include required(file(\"%s/secret.conf\"))",
        "include url(\"file:%s/secret.conf\")",
        "include url(\"http://localhost:9/secret.conf\")",
        "include \"http://localhost:9/secret.conf\"",
        "include classpath(\"reference.conf\")",
        "include required(classpath(\"reference.conf\"))",
        "a { include \"secret\" }",
        "include \"there-is-no-such-file\"",
      })
  void nothingIsIncluded(String hocon) throws IOException {
    Files.writeString(folder.resolve("secret.conf"), "epochs = 7");
    String e = refusal(hocon.replace("%s", folder.toString()));
    assertTrue(e.startsWith("a.conf: '") && e.contains("' is not included: "), e);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\n\na = ${PATH}", "\n\na = ${?PATH}", "b = 1\nc = x\na = y ${b}", "\n\na=[${b}]"})
  void nothingIsLookedUp(String hocon) {
    String e = refusal(hocon);
    assertEquals(
        "a.conf:3: ${…} refers to another value, which is not looked up; write the value itself",
        e);
  }

  @Test
  void aValueThatAddsToAnotherIsRefused() {
    String e = refusal("a = [1]\na += 2");
    assertTrue(e.startsWith("a.conf: += adds to another value"), e);
  }

  @Test
  void whatOnlyLooksLikeAReferenceIsText() throws IOException {
    Config read = read("a = \"${x}\" // ${y}\n# include \"b\" ${z}\nb = \"\"\"${\"v\"} \"\"\"\"\n"
        + "c = \"\\\"${x}\"");
    assertEquals("${x}", read.getString("a"));
    assertEquals("${\"v\"} \"", read.getString("b"));
    assertEquals("\"${x}", read.getString("c"));
  }

  private static List<String> deep(int levels) {
    return List.of(
        "a = " + "[".repeat(levels) + "]".repeat(levels),
        "a = " + "{ b = ".repeat(levels) + "1" + "}".repeat(levels),
        "{\"a\": ".repeat(levels) + "1" + "}".repeat(levels),
        "a = " + "[{".repeat(levels) + "}]".repeat(levels),
        "a" + ".a".repeat(levels) + " = 1",
        "a" + ".\"a\"".repeat(levels) + " = 1",
        "a.a.a { ".repeat(levels) + "}".repeat(levels),
        "[".repeat(levels),
        ("a" + ".a".repeat(40) + " =\n{\n").repeat(levels / 20) + "}".repeat(levels / 20),
        ("a" + ".a".repeat(40) + " # {\n{\n").repeat(levels / 20) + "}".repeat(levels / 20),
        "{a:".repeat(levels),
        "\"\"\"a\"\"\"\n, b = " + "[".repeat(levels) + "]".repeat(levels));
  }

  @ParameterizedTest
  @ValueSource(ints = {51, 1000, 6000})
  void whatIsNestedTooDeeplyIsRefusedBeforeItIsParsed(int levels) {
    for (String hocon : deep(levels)) {
      String e = refusal(hocon);
      assertTrue(e.contains("it is nested more than 50 levels deep"), hocon + ": " + e);
    }
  }

  @Test
  void theDeepestThatIsNotRefusedIsParsedOnASmallStack() throws Exception {
    String hocon = "{" + "a.a = {\n".repeat(24) + "x = 1" + "}".repeat(25);
    StringBuilder found = new StringBuilder();
    Thread small = new Thread(
        null,
        () -> {
          try {
            found.append(read(hocon).root().render().length() > 100);
          } catch (IOException | ConfigException e) {
            found.append(e);
          }
        },
        "small",
        512 << 10);
    small.start();
    small.join();
    assertEquals("true", found.toString());
  }

  @Test
  void aFileThatIsTooLongOrNotInUtf8IsRefusedByName() throws IOException {
    Path file = folder.resolve("a.conf");
    Files.writeString(file, "#".repeat((1 << 16) + 1));
    String e = Thrown.message(IOException.class, () -> Documents.hocon(file, "a.conf"));
    assertEquals(
        file + " is too long: such a file has at most 65,536 bytes, this one has 65,537", e);
    Files.write(file, new byte[] {'a', '=', (byte) 0xff});
    assertEquals(
        file + " is not a text in UTF-8",
        Thrown.message(IOException.class, () -> Documents.hocon(file, "a.conf")));
  }

  @Test
  void longConcatenationsEndInTime() {
    int most = (1 << 16) - 8;
    for (String piece : List.of("[1]", "{b=1}", "x ", "1 ", "\"\" ", "x\n", "b{a=1}\n")) {
      String hocon = "a = " + piece.repeat(most / piece.length());
      assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
        try {
          read(hocon);
        } catch (ConfigException e) {
          assertTrue(e.toString().contains("a.conf"), e.toString());
        }
      });
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeAFolderAndADeviceAreRefusedAtOnce() throws Exception {
    Path pipe = Pipes.make(folder.resolve("pipe.json"));
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
      for (Path file : List.of(pipe, Path.of("/dev/zero"), folder)) {
        String e = Thrown.message(IOException.class, () -> Documents.hocon(file, "network.conf"));
        assertTrue(e.startsWith(file + " is not a file but a "), e);
      }
    });
    Path missing = folder.resolve("missing.json");
    Thrown.message(NoSuchFileException.class, () -> Documents.hocon(missing, "network.conf"));
  }
}
