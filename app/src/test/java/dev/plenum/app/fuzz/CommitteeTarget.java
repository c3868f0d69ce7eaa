package dev.plenum.app.fuzz;

import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.SavedMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Committee files: zips in a zip. */
final class CommitteeTarget implements Target {
  private final ZipDamage damage = new ZipDamage();
  private final ModelTarget models;
  private final List<Zip.Entry> intact;

  CommitteeTarget(Path scratch, ModelTarget models) throws IOException {
    this.models = models;
    Path file = scratch.resolve("intact.plenum");
    CommitteeFile.write(
        file,
        new SavedCommittee(
            Combination.weightedAverage(1, 2),
            List.of(
                new SavedMember(Models.of(1), new Seed(1), "purejava"),
                new SavedMember(Models.of(2), new Seed(2), "dl4j"))));
    intact = Zip.entries(Files.readAllBytes(file));
    Files.delete(file);
  }

  @Override
  public String name() {
    return "committee files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.plenum");
    Files.write(file, chance.oneIn(3) ? withDamagedMembers(chance) : damage.of(intact, chance));
    CommitteeFile.isCommittee(file);
    CommitteeFile.read(file);
  }

  private byte[] withDamagedMembers(Chance chance) {
    byte[] member = models.damaged(chance);
    List<Zip.Entry> entries = new ArrayList<>();
    for (Zip.Entry entry : intact) {
      boolean replaced = entry.name.endsWith(".plenum") && chance.oneIn(2);
      entries.add(replaced ? Zip.Entry.stored(entry.name, member) : entry);
    }
    return Zip.write(entries);
  }
}
