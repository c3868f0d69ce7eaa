package dev.plenum.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.persistence.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that a standalone cluster trains for, whose worker is killed in the middle. */
class CommandsOnClusterTest {
  private static final Pattern BEGIN =
      Pattern.compile("(.+) begins on executor (\\d+) on 127\\.0\\.0\\.1(.*)");
  private static final Pattern SECOND_EPOCH = Pattern.compile("(.+), epoch 2/\\d+: .*");
  private static final List<String> TRAINING =
      List.of("--network", "simple-conv", "--epochs", "6", "--limit", "400", "--batch-size", "50");

  @TempDir
  Path folder;

  private StandaloneCluster cluster;
  private final AtomicBoolean isKilled = new AtomicBoolean();
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    cluster = StandaloneCluster.start(folder, 2);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private CommandRun onCluster(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(TRAINING);
    all.addAll(List.of(
        "--master",
        cluster.master(),
        "--spark-settings",
        cluster.settings().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","))));
    return CommandRun.of(folder, this::killOnce, all);
  }

  /** Kills the worker of the training that ends its second epoch first. */
  private void killOnce(String line) {
    lines.add(line);
    Matcher epoch = SECOND_EPOCH.matcher(line);
    if (epoch.matches() && isKilled.compareAndSet(false, true)) {
      String executor = lines.stream()
          .map(BEGIN::matcher)
          .filter(begin -> begin.matches() && begin.group(1).equals(epoch.group(1)))
          .map(begin -> begin.group(2))
          .findFirst()
          .orElseThrow();
      cluster.killWorkerOf(executor);
    }
  }

  private List<String> beginsAgain() {
    List<String> names = lines.stream()
        .map(BEGIN::matcher)
        .filter(Matcher::matches)
        .map(begin -> begin.group(1))
        .toList();
    return names.stream()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .distinct()
        .toList();
  }

  private String localWeights(int seed) throws IOException {
    Path out = folder.resolve("local-" + seed);
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(TRAINING);
    arguments.addAll(List.of("--seed", String.valueOf(seed), "--out", out.toString()));
    CommandRun local = CommandRun.of(folder, line -> {}, arguments);
    assertEquals(0, local.exitCode(), local.err());
    return weights(out);
  }

  private static String weights(Path training) throws IOException {
    return RunRecord.read(training.resolve("run.json")).outcome().weightsSha256();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aCommitteeHasTheWeightsOfLocalTrainings() throws IOException {
    CommandRun result = onCluster(
        "committee",
        "--members",
        "4",
        "--out",
        "committee",
        "--shared",
        "shared",
        "--checkpoint-seconds",
        "0.1");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(isKilled.get(), result.err());
    assertEquals(1, beginsAgain().size(), result.err());
    assertTrue(result.err().contains(", from its checkpoint with "), result.err());
    for (int member : new int[] {1, 4}) {
      assertEquals(localWeights(member), weights(folder.resolve("committee/members/" + member)));
    }
    assertTrue(Files.exists(folder.resolve("committee/members/4/accuracy.png")));
    assertTrue(result.out().contains("Committee. Test on digits: loss "), result.out());
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aComparisonHasTheWeightsOfLocalTrainings() throws IOException {
    CommandRun result =
        onCluster("compare", "--backends", "purejava", "--seeds", "2", "--out", "comparison");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(1, beginsAgain().size(), result.err());
    for (int seed : new int[] {1, 2}) {
      assertEquals(
          localWeights(seed),
          weights(folder.resolve("comparison/cells/purejava-simple-conv-seed" + seed)));
    }
    assertTrue(Files.exists(folder.resolve("comparison/report.html")), result.out());
  }
}
