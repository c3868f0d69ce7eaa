package dev.plenum.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program "after" of docs/coming-from-deeplearning4j.md does what the page says. */
class ComingFromDeeplearning4jPageTest {
  private static final Path PAGE = Path.of("../docs/coming-from-deeplearning4j.md");
  private static final Pattern PROGRAM =
      Pattern.compile("## The same program after\n\n```java\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  private String classPath() {
    return folder + File.pathSeparator + System.getProperty("java.class.path");
  }

  private void compile() throws IOException {
    Matcher program = PROGRAM.matcher(Files.readString(PAGE));
    assertTrue(program.find());
    Path source = Files.writeString(folder.resolve("After.java"), program.group(1));
    int result = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", folder.toString(), "-cp", classPath(), source.toString());
    assertEquals(0, result);
  }

  private App.Result run() throws IOException {
    List<String> command = List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules=jdk.incubator.vector",
        "-cp",
        classPath(),
        "After",
        "after.plenum");
    return ChildJvm.run(folder, new ProcessBuilder(command));
  }

  private String plenum(String... line) {
    App.Result result = App.run(folder, line);
    assertEquals(0, result.exitCode(), result.err());
    return result.out();
  }

  @Test
  void itsModelIsExportedAndImportedAgain() throws IOException {
    compile();
    App.Result trained = run();
    assertEquals(0, trained.exitCode(), trained.err());
    Matcher accuracy = Pattern.compile("Accuracy: (0\\.\\d+)\n").matcher(trained.out());
    assertTrue(accuracy.matches(), trained.out());
    assertTrue(Double.parseDouble(accuracy.group(1)) > 0.5, trained.out());
    plenum("export", "after.plenum", "after.zip");
    plenum("import", "after.zip", "imported.plenum");
    assertEquals(
        plenum("evaluate", "after.plenum", "--dataset=digits"),
        plenum("evaluate", "imported.plenum", "--dataset=digits"));
  }
}
