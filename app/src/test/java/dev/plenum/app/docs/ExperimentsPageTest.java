package dev.plenum.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.persistence.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/experiments.md does what the page says. */
class ExperimentsPageTest {
  private static final Path PAGE = Path.of("../docs/experiments.md");
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  private void compile() throws IOException {
    Matcher program = PROGRAM.matcher(Files.readString(PAGE));
    assertTrue(program.find());
    Path source = Files.writeString(folder.resolve("Digits.java"), program.group(1));
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

  private App.Result run() throws IOException {
    List<String> command = List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        folder + java.io.File.pathSeparator + System.getProperty("java.class.path"),
        "Digits",
        "out");
    return ChildJvm.run(folder, new ProcessBuilder(command));
  }

  private static double accuracy(String output, String before) {
    return Double.parseDouble(output
        .lines()
        .filter(line -> line.startsWith(before))
        .findFirst()
        .orElseThrow()
        .substring(before.length()));
  }

  private double ofWorstMember() throws IOException {
    double worst = 1;
    for (int member = 1; member <= 3; member++) {
      Path record = folder.resolve("out/committee").resolve(member + "/run.json");
      worst = Math.min(worst, RunRecord.read(record).outcome().test().accuracy());
    }
    return worst;
  }

  @Test
  void theProgramRunsAndRunsAgainWithoutTraining() throws IOException {
    compile();
    App.Result first = run();
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.out().startsWith("One network: 0."), first.out());
    assertTrue(accuracy(first.out(), "Committee: ") > ofWorstMember(), first.out());
    assertTrue(first.out().contains("No difference") || first.out().contains("is better"));
    Path record = folder.resolve("out/comparison/cells/dl4j-dense-seed2/run.json");
    String before = Files.readString(record);
    assertTrue(Files.size(folder.resolve("out/comparison/report.html")) > 10_000);
    App.Result second = run();
    assertEquals(first.out(), second.out(), second.err());
    assertEquals(before, Files.readString(record));
  }
}
