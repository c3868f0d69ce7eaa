package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.support.ChildJvm;
import dev.plenum.datasets.support.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and files with names that are not in ASCII, in processes of several locales. */
class FileNamesTest {
  private static final String UTF_8 = "C.UTF-8";
  private static final List<String> CLASSES = List.of("Zebra", "Äpfel", "﹅", "🐱");

  @TempDir
  Path root;

  /** Writes or reads the folder, and prints class names and digest. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      Path root = Path.of(args[1]);
      if (!args[0].equals("read")) {
        write(root, Form.valueOf(args[0]));
      }
      TrainTest data = Datasets.folder(root).load();
      System.out.println(hex(data.train().classNames()) + " " + data.sha256());
    }

    private static void write(Path root, Form form) throws IOException {
      for (String name : CLASSES) {
        Path folder = root.resolve(Normalizer.normalize(name, form));
        for (int i = 0; i < 3; i++) {
          String file = Normalizer.normalize("Grün " + i + ".png", form);
          Pictures.write(folder.resolve(file), Pictures.grey(2, 2, i));
        }
      }
    }
  }

  private static String hex(List<String> names) {
    return names.stream()
        .flatMapToInt(name -> (name + " ").codePoints())
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining(","));
  }

  private static String inLocale(String locale, String task, Path root)
      throws IOException, InterruptedException {
    return ChildJvm.start(Map.of("LC_ALL", locale), List.of(), Child.class, task, root.toString())
        .lastLine();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "de_DE.ISO-8859-1"})
  void namesAndDigestAreTheSameInEveryLocale(String locale)
      throws IOException, InterruptedException {
    String written = inLocale(UTF_8, "NFC", root);

    String classes = hex(CLASSES);
    assertEquals(classes, written.substring(0, classes.length()));
    assertEquals(written, inLocale(locale, "read", root));
  }

  @Test
  void namesThatAreStoredDecomposedAreTheSameNames() throws IOException, InterruptedException {
    Path composed = Files.createDirectories(root.resolve("nfc"));
    Path decomposed = Files.createDirectories(root.resolve("nfd"));

    assertEquals(inLocale(UTF_8, "NFC", composed), inLocale(UTF_8, "NFD", decomposed));
  }

  @Test
  void aNameThatIsNotInUtf8IsRefused() throws IOException, InterruptedException {
    Pictures.write(root.resolve("Cat/1.png"), Pictures.grey(2, 2, 1));
    String copy = "cp -r Cat \"$(printf 'B\\344r')\"";
    Process shell =
        new ProcessBuilder("sh", "-c", copy).directory(root.toFile()).start();
    assumeTrue(shell.waitFor() == 0, "this file system takes names in UTF-8 only");

    IOException e = assertThrows(IOException.class, () -> Datasets.folder(root).load());

    assertTrue(String.valueOf(e.getMessage()).endsWith(": its name is not in UTF-8; rename it"));
  }
}
