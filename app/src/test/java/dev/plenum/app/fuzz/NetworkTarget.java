package dev.plenum.app.fuzz;

import dev.plenum.api.network.Network;
import dev.plenum.app.network.NetworkFile;
import dev.plenum.persistence.NetworkJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Networks as JSON and as HOCON. */
final class NetworkTarget implements Target {
  private static final Network NETWORK = Models.of(1).network();
  private static final List<byte[]> JSON = Stream.of(NETWORK, Models.GRAPH)
      .map(network -> NetworkJson.write(network).getBytes(StandardCharsets.UTF_8))
      .toList();
  private static final byte[] HOCON = """
      // of the same kind
      input_shape = [4, 4, 1]
      layers = [
        { type = Flatten }
        { type : Dense, units = 3, activation = \"""softmax\""" } # the last
      ]
      """.getBytes(StandardCharsets.UTF_8);

  /** What must not be followed, and what must not be gone down. */
  private static final List<String> BEGINNINGS = List.of(
      "include \"network.hocon\"\n",
      "include url(\"http://localhost:9/\")\n",
      "input_shape = ${input_shape}\n",
      "input_shape += 1\n",
      "a = ${?a}${?a}\n",
      "a = " + "[".repeat(5000) + "]".repeat(5000) + "\n",
      "a" + ".a".repeat(5000) + " = 1\n",
      "a = " + "{a=".repeat(5000),
      "");

  @Override
  public String name() {
    return "network files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    byte[] damaged = chance.oneIn(2)
        ? JsonDamage.of(chance.of(JSON), chance)
        : Damage.joined(
            BEGINNINGS.get(chance.below(BEGINNINGS.size())).getBytes(StandardCharsets.UTF_8),
            chance.oneIn(3) ? HOCON : Damage.of(HOCON, chance));
    Path file = Files.write(folder.resolve("network.hocon"), damaged);
    try {
      NetworkFile.read(file).network(NETWORK.input(), NETWORK.classes()).summary();
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e); // What the app makes of it.
    }
  }
}
