package dev.plenum.app.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a copy of the source tree's outline, with a java and a mvn that only say what they got. */
class LauncherTest {
  @TempDir
  Path folder;

  private Path home = Path.of("");
  private Path jdk = Path.of("");
  private Path tools = Path.of("");

  @BeforeEach
  void makeTree() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this system has no /bin/sh");
    home = Files.createDirectories(folder.resolve("a folder with spaces"));
    Files.copy(Path.of("../plenum"), home.resolve("plenum"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectory(home.resolve(".mvn"));
    Files.createDirectories(home.resolve("app/src/main"));
    Files.writeString(home.resolve("app/pom.xml"), "");
    Files.writeString(home.resolve("app/src/main/Some.java"), "");
    jdk = makeJdk("17.0.15", "java.base jdk.incubator.vector java.xml");
    tools = Files.createDirectories(folder.resolve("tools"));
    script(tools.resolve("mvn"), "echo built >>\"" + folder + "/builds\"; sleep 1");
  }

  private Path makeJdk(String version, String modules) throws IOException {
    Path made = Files.createDirectories(folder.resolve("jdk " + version));
    Files.createDirectories(made.resolve("bin"));
    script(made.resolve("bin/java"), "for a in \"$@\"; do echo \"$a\"; done");
    Files.writeString(
        made.resolve("release"),
        "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\nMODULES=\"%s\"\n".formatted(version, modules));
    return made;
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private App.Result launch(Path launcher, String javaHome, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PLENUM_CLASSPATH");
    builder.environment().put("JAVA_HOME", javaHome);
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    return ChildJvm.run(folder, builder);
  }

  @Test
  void jarsOfOthersComeBehindPlenumsOwnSoThatTheArchiveStillFits() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("plenum").toString(), "backends");
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    builder.environment().put("PLENUM_CLASSPATH", "mine/*:other classes");
    String out = ChildJvm.run(folder, builder).out();
    assertTrue(out.contains("-cp\n" + home + "/app/target/lib/*:mine/*:other classes\n"), out);
  }

  @Test
  void inADistributionNothingIsBuiltAndEachFolderOfBackendsIsOnTheClassPath() throws IOException {
    Path unpacked = folder.resolve("plenum 1.0");
    Path bin = Files.createDirectories(unpacked.resolve("bin"));
    Path launcher = Files.copy(home.resolve("plenum"), bin.resolve("plenum"));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    App.Result alone = launch(launcher, jdk.toString(), "backends");
    assertTrue(alone.out().contains("-cp\n" + unpacked + "/lib/*\n"), alone.out());
    Files.createDirectories(unpacked.resolve("backends/dl4j"));
    Files.createDirectories(unpacked.resolve("backends/mine"));
    String both = launch(launcher, jdk.toString(), "backends").out();
    assertTrue(
        both.contains(
            "-cp\n%1$s/lib/*:%1$s/backends/dl4j/*:%1$s/backends/mine/*\n".formatted(unpacked)),
        both);
    assertEquals(0, builds());
    assertEquals(List.of("plenum"), names(bin));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private App.Result launch(String... args) throws IOException {
    return launch(home.resolve("plenum"), jdk.toString(), args);
  }

  private int builds() throws IOException {
    Path log = folder.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  private void changeLater(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  @Test
  void itBuildsOnFirstUseAndThenStartsWithTheArgumentsAsTheyAre() throws IOException {
    App.Result first = launch("train", "--out", "my results", "");
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.err().contains("building"), first.err());
    List<String> args = first.out().lines().toList();
    assertEquals(
        List.of("dev.plenum.app.Main", "train", "--out", "my results", ""),
        args.subList(args.size() - 5, args.size()));
    assertTrue(first.out().contains("-cp\n" + home.toString() + "/app/target/lib/*\n"));
    App.Result second = launch("backends");
    assertEquals("", second.err());
    assertEquals(1, builds());
  }

  @Test
  void itBuildsAgainWhenASourceOrPomChangedOrAFileWasDeleted() throws IOException {
    launch("backends");
    changeLater(home.resolve("app/src/main/Some.java"));
    launch("backends");
    assertEquals(2, builds());
    Files.setLastModifiedTime(home.resolve("app/src/main/Some.java"), FileTime.from(Instant.EPOCH));
    changeLater(home.resolve("app/pom.xml"));
    launch("backends");
    assertEquals(3, builds());
    Files.setLastModifiedTime(home.resolve("app/pom.xml"), FileTime.from(Instant.EPOCH));
    Files.delete(home.resolve("app/src/main/Some.java"));
    changeLater(home.resolve("app/src/main"));
    launch("backends");
    assertEquals(4, builds());
  }

  @Test
  void anotherJavaIsNoReasonToBuildAgain() throws IOException {
    launch("backends");
    App.Result other =
        launch(home.resolve("plenum"), makeJdk("25.0.3", "java.base").toString(), "backends");
    assertEquals(0, other.exitCode(), other.err());
    assertEquals(1, builds());
  }

  @Test
  void theVectorModuleIsAddedWhereTheJdkHasIt() throws IOException {
    assertTrue(launch("backends").out().contains("--add-modules=jdk.incubator.vector\n"));
    Path without = makeJdk("21", "java.base java.xml");
    assertFalse(launch(home.resolve("plenum"), without.toString(), "backends")
        .out()
        .contains("jdk.incubator.vector"));
  }

  @Test
  void theVectorModuleIsLeftOutWhereNothingIsComputed() throws IOException {
    for (String command : List.of("summary", "datasets", "--help")) {
      assertFalse(launch(command, "x").out().contains("jdk.incubator.vector"), command);
    }
    assertFalse(launch().out().contains("jdk.incubator.vector"));
  }

  @Test
  void classesAreArchivedOnceForEachJdkAndAgainAfterABuild() throws IOException {
    script(jdk.resolve("bin/java"), """
        for a in "$@"; do
          echo "$a"
          case $a in
            -Xshare:dump) dump=yes ;;
            -XX:SharedArchiveFile=*) [ -z "${dump:-}" ] || { echo x >"${a#*=}"; echo x >>"%s/dumps"; } ;;
          esac
        done""".formatted(folder));
    String flag = "-XX:SharedArchiveFile=" + home + "/app/target/classes-17.0.15.jsa\n";
    assertTrue(launch("backends").out().contains(flag));
    assertTrue(launch("backends").out().contains(flag));
    assertEquals(1, Files.readAllLines(folder.resolve("dumps")).size());
    changeLater(home.resolve("app/pom.xml"));
    assertTrue(launch("backends").out().contains(flag));
    assertEquals(2, Files.readAllLines(folder.resolve("dumps")).size());
  }

  @Test
  void aJdkThatCannotArchiveClassesWorksWithout() throws IOException {
    App.Result first = launch("backends");
    assertEquals(0, first.exitCode(), first.err());
    assertFalse(first.out().contains("SharedArchiveFile"));
    assertEquals(first.out(), launch("backends").out());
  }

  @Test
  void theBenchmarksAreBuiltAndStartedInTheSameWay() throws IOException {
    Path run = Files.createDirectories(home.resolve("benchmarks")).resolve("run");
    Files.copy(Path.of("../benchmarks/run"), run, StandardCopyOption.COPY_ATTRIBUTES);
    App.Result result = launch(run, jdk.toString(), "training", "--networks", "dense");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(1, builds());
    List<String> flags =
        launch("train").out().lines().takeWhile(arg -> !arg.equals("-cp")).toList();
    assertEquals(
        Stream.concat(
                flags.stream(),
                Stream.of(
                    "-cp",
                    home + "/benchmarks/target/lib/*",
                    "dev.plenum.benchmarks.Main",
                    "training",
                    "--networks",
                    "dense"))
            .toList(),
        result.out().lines().toList());
    assertEquals(2, builds());
  }

  @Test
  void itCanBeStartedThroughSymbolicLinks() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("tools/plenum"));
    Files.createSymbolicLink(tools.resolve("plenum"), home.resolve("plenum"));
    App.Result result = launch(link, jdk.toString(), "backends");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains(home + "/app/target/lib/*"), result.out());
  }

  @Test
  void withoutJavaHomeTheJavaOnThePathIsUsed() throws IOException {
    Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));
    App.Result result = launch(home.resolve("plenum"), "", "backends");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("jdk.incubator.vector"), result.out());
  }

  @Test
  void aJavaThatIsMissingOrTooOldIsTold() throws IOException {
    App.Result missing = launch(home.resolve("plenum"), folder + "/none", "backends");
    assertEquals(1, missing.exitCode());
    assertTrue(missing.err().contains("there is no bin/java in it"), missing.err());
    Path java11 = makeJdk("11.0.2", "java.base");
    App.Result old = launch(home.resolve("plenum"), java11.toString(), "backends");
    assertEquals(1, old.exitCode());
    assertTrue(old.err().contains("Java 17 or later is needed"), old.err());
    Path java8 = makeJdk("1.8.0_402", "");
    assertEquals(1, launch(home.resolve("plenum"), java8.toString(), "backends").exitCode());
    assertEquals(0, builds());
  }

  @Test
  void aBuildThatFailsIsShownAndTriedAgainNextTime() throws IOException {
    script(tools.resolve("mvn"), "echo 'a compiler error'; exit 1");
    App.Result failed = launch("backends");
    assertEquals(1, failed.exitCode());
    assertTrue(failed.err().contains("a compiler error"), failed.err());
    assertEquals("", failed.out());
    script(tools.resolve("mvn"), "echo built >>\"" + folder + "/builds\"");
    assertEquals(0, launch("backends").exitCode());
    assertEquals(1, builds());
  }

  @Test
  void twoFirstUsesAtOnceBuildOnce() throws ExecutionException, InterruptedException {
    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(this::exitCode);
    assertEquals(0, exitCode());
    assertEquals(0, other.get());
    assertEquals(1, uncheckedBuilds());
  }

  private int exitCode() {
    try {
      return launch("backends").exitCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int uncheckedBuilds() {
    try {
      return builds();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theLockOfAProcessThatIsGoneIsIgnored() throws IOException {
    Path lock = Files.createDirectories(home.resolve("app/target")).resolve("launcher.lock");
    Files.createSymbolicLink(lock, Path.of("99999999"));
    assertEquals(0, launch("backends").exitCode());
    assertFalse(Files.isSymbolicLink(lock));
  }
}
