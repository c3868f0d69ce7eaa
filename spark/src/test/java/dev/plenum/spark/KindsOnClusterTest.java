package dev.plenum.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.persistence.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A committee whose members have different networks, with Spark's executor in this JVM. */
class KindsOnClusterTest {
  @TempDir
  Path folder;

  private List<String> weights(String out, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(
        "committee",
        "--kinds=simple-conv=1,dense=2",
        "--epochs=1",
        "--limit=300",
        "--batch-size=50",
        "--out=" + out));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(folder, line -> {}, arguments);
    assertEquals(0, run.exitCode(), run.err());
    List<String> weights = new ArrayList<>();
    for (int member = 1; member <= 3; member++) {
      Path record = folder.resolve(out).resolve("members/" + member + "/run.json");
      weights.add(RunRecord.read(record).outcome().weightsSha256());
    }
    return weights;
  }

  @Test
  void membersHaveTheWeightsOfLocalTrainings() throws IOException {
    assertEquals(weights("here"), weights("there", "--master=local[2]"));
  }
}
