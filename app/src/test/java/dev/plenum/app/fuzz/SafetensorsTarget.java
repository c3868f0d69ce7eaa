package dev.plenum.app.fuzz;

import dev.plenum.persistence.Safetensors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Safetensors on their own. */
final class SafetensorsTarget implements Target {
  private final byte[] intact;

  SafetensorsTarget() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Safetensors(Models.of(1).weights(), Map.of("key", "value")).writeTo(out);
    intact = out.toByteArray();
  }

  @Override
  public String name() {
    return "safetensors";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.safetensors");
    Files.write(file, SafetensorsDamage.of(intact, chance));
    try (InputStream in = Files.newInputStream(file)) {
      Safetensors.readFrom(in, chance.oneIn(10) ? chance.size() : Files.size(file));
    }
  }
}
