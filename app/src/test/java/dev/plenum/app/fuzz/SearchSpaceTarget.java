package dev.plenum.app.fuzz;

import dev.plenum.api.random.Seed;
import dev.plenum.app.document.Documents;
import dev.plenum.experiment.search.SearchPlan;
import dev.plenum.experiment.search.SearchPlanJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a search is told, as JSON and as HOCON; what is taken must also be drawn from. */
final class SearchSpaceTarget implements Target {
  private static final byte[] JSON = """
      {"trials": 9, "rungs": [1, 3, 9], "eta": 3, "repeats": 5, "parameters": {
      "learning-rate": {"log-uniform": [1e-5, 0.1]}, "batch-size": {"choices": [32, "64"]},
      "warmup-steps": {"uniform": [0, 100], "whole": true}}}
      """.getBytes(StandardCharsets.UTF_8);
  private static final byte[] HOCON = """
      trials = 9 // so many
      rungs = [1, 3, 9]
      parameters {
        learning-rate { log-uniform = [1e-4, 1e-1] }
        network { choices = [dense, simple-conv] }
      }
      """.getBytes(StandardCharsets.UTF_8);

  @Override
  public String name() {
    return "search spaces";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    byte[] damaged = chance.oneIn(2) ? JsonDamage.of(JSON, chance) : Damage.of(HOCON, chance);
    Path file = Files.write(folder.resolve("space.conf"), damaged);
    try {
      SearchPlan plan = SearchPlanJson.read(Documents.json(file, file.toString()));
      plan.values(Seed.seed(1), plan.trials());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e); // What the app makes of it.
    }
  }
}
