package dev.plenum.app.fuzz;

import dev.plenum.persistence.CheckpointFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checkpoint files. */
final class CheckpointTarget implements Target {
  private final ZipDamage damage = new ZipDamage();
  private final List<Zip.Entry> intact;

  CheckpointTarget(Path scratch) throws IOException {
    Path file = scratch.resolve("intact.plenum");
    CheckpointFiles.write(file, Models.of(1));
    intact = Zip.entries(Files.readAllBytes(file));
    Files.delete(file);
  }

  @Override
  public String name() {
    return "checkpoint files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.plenum");
    Files.write(file, damage.of(intact, chance));
    CheckpointFiles.read(file);
  }
}
