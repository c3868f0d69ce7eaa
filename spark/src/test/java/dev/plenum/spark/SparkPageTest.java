package dev.plenum.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/spark.md does what the page says, with the flags that the page lists. */
class SparkPageTest {
  private static final Path PAGE = Path.of("../docs/spark.md");
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  private static List<String> flags(String page) {
    return page.lines()
        .map(String::strip)
        .filter(line -> line.matches("--add-(modules|opens)=\\S+"))
        .toList();
  }

  private void compile(String page) throws IOException {
    Matcher program = PROGRAM.matcher(page);
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

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void theProgramTrainsACommittee() throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
    compile(page);
    assertEquals(12, flags(page).size(), "flags that the page lists");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags(page));
    command.addAll(List.of(
        "-Dspark.ui.enabled=false",
        "-Dspark.driver.host=127.0.0.1",
        "-Dspark.driver.bindAddress=127.0.0.1",
        "-cp",
        folder + File.pathSeparator + System.getProperty("java.class.path"),
        "Digits",
        "local[2]"));
    Path out = folder.resolve("out");
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
    try {
      assertEquals(0, process.waitFor(), () -> "it failed:\n" + text("err") + text("out"));
    } finally {
      process.destroyForcibly();
    }
    assertTrue(text("out").contains("Committee of 3: 0."), () -> text("out"));
    try (Stream<Path> members = Files.list(folder.resolve("members"))) {
      assertEquals(3, members.count());
    }
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
