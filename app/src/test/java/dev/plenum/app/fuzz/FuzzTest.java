package dev.plenum.app.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are damaged or made to do harm are refused, each with a clear message, under a small
 * heap. {@code -Dplenum.fuzz.cases=100000} runs more of them, {@code -Dplenum.fuzz.seed} others,
 * {@code -Dplenum.fuzz.first} begins with another.
 */
class FuzzTest {
  private static final long CASES = Long.getLong("plenum.fuzz.cases", 2000);
  private static final long SEED = Long.getLong("plenum.fuzz.seed", 1);
  private static final long FIRST = Long.getLong("plenum.fuzz.first", 0);

  @Test
  void damagedFilesAreRefusedInTimeWithinLittleMemoryAndNothingIsLeft(@TempDir Path folder)
      throws IOException {
    Path cases = Files.createDirectory(folder.resolve("cases"));
    App.Result result = ChildJvm.run(
        folder,
        List.of("-Xmx256m", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + cases),
        FuzzMain.class,
        String.valueOf(SEED),
        String.valueOf(FIRST),
        String.valueOf(CASES),
        cases.toString());
    System.out.print(result.out());
    assertEquals(0, result.exitCode(), result.out() + result.err());
  }
}
