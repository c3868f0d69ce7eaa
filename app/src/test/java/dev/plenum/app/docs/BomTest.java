package dev.plenum.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who imports the BOM has every module that an application can use, in the version of this build. */
class BomTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final Set<String> NOT_FOR_APPLICATIONS =
      Set.of("bom", "benchmarks", "distribution");

  private static Matcher found(String regex, Path pom) throws IOException {
    return Pattern.compile(regex).matcher(Files.readString(REPOSITORY.resolve(pom)));
  }

  private static Set<String> all(String regex, Path pom) throws IOException {
    return found(regex, pom)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String first(String regex, Path pom) throws IOException {
    return found(regex, pom).results().findFirst().orElseThrow().group(1);
  }

  @Test
  void theBomHasEveryModuleForApplicationsInThisVersion() throws IOException {
    Set<String> artifacts = new TreeSet<>();
    for (String module : all("<module>([^<]+)</module>", Path.of("pom.xml"))) {
      if (!NOT_FOR_APPLICATIONS.contains(module)) {
        artifacts.add(
            first("</parent>\\s*<artifactId>([^<]+)<", Path.of(module).resolve("pom.xml")));
      }
    }
    Path bom = Path.of("bom/pom.xml");
    assertEquals(
        artifacts,
        all("<dependency>\\s*<groupId>dev.plenum</groupId>\\s*<artifactId>([^<]+)<", bom));
    String version = "<artifactId>plenum(?:-bom)?</artifactId>\\s*<version>([^<]+)<";
    assertEquals(first(version, Path.of("pom.xml")), first(version, bom));
  }
}
