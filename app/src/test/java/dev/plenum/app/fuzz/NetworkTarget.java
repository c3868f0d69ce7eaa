package dev.plenum.app.fuzz;

import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.NetworkJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Networks as JSON. */
final class NetworkTarget implements Target {
  private static final byte[] INTACT =
      NetworkJson.write(Models.of(1).network()).getBytes(StandardCharsets.UTF_8);

  @Override
  public String name() {
    return "network files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    String json = new String(JsonDamage.of(INTACT, chance), StandardCharsets.UTF_8);
    Path file = folder.resolve("network.json");
    try {
      NetworkJson.read(json, file.toString()).summary();
    } catch (InvalidJsonException e) {
      throw new IOException(e.getMessage(), e); // What the app makes of it.
    }
  }
}
