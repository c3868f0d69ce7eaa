package dev.plenum.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.RealMnist;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pieces of docs/the-keras-exercise.md are one program, which does what the page says. */
class KerasExercisePageTest {
  private static final Path PAGE = Path.of("../docs/the-keras-exercise.md");
  private static final Pattern PIECE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  /** The page's program, for fewer images and members than it has. */
  private static String program() throws IOException {
    List<String> pieces = PIECE
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult piece) -> piece.group(1))
        .toList();
    String statements = String.join("", pieces.subList(1, pieces.size()));
    return pieces.get(0)
        + "class Exercise { public static void main(String[] args) throws Exception {\n"
        + shortened(
            shortened(statements, ".validation(1.0", ".first(1200).validation(1.0"),
            "members = 5",
            "members = 2")
        + "}}\n";
  }

  private static String shortened(String program, String part, String instead) {
    assertTrue(program.contains(part), part);
    return program.replace(part, instead);
  }

  private void compile() throws IOException {
    Path source = Files.writeString(folder.resolve("Exercise.java"), program());
    int result = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            source.toString());
    assertEquals(0, result);
  }

  @Test
  void thePiecesAreOneProgramThatDoesTheExercise() throws IOException {
    String data = RealMnist.dataDir();
    compile();
    App.Result result = ChildJvm.run(
        folder,
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "-cp",
            folder + File.pathSeparator + System.getProperty("java.class.path"),
            "Exercise",
            data,
            "2"));
    assertEquals(0, result.exitCode(), result.err());
    String out = result.out();
    assertTrue(out.startsWith("1000 for training, 200 for validation, 10000 for the test"), out);
    assertTrue(out.contains("Total params: 128,924"), out);
    assertTrue(out.contains("learning rates: [0.001, 0.001]"), out);
    assertEquals(
        2, Pattern.compile("  member: 0\\.\\d{4}").matcher(out).results().count(), out);
    assertTrue(Pattern.compile("committee: 0\\.[5-9]\\d{3}").matcher(out).find(), out);
    for (String picture : List.of("accuracy.png", "misclassified.png")) {
      assertTrue(Files.size(folder.resolve("exercise").resolve(picture)) > 5_000, picture);
    }
  }
}
