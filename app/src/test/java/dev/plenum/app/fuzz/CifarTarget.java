package dev.plenum.app.fuzz;

import dev.plenum.datasets.Datasets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** CIFAR's binary files with other lengths, labels and names. */
final class CifarTarget implements Target {
  private static final int RECORD = 3073;

  @Override
  public String name() {
    return "CIFAR's files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    byte[] batch = new byte[12 * RECORD];
    for (int i = 0; i < 12; i++) {
      batch[i * RECORD] = (byte) (i % 10);
    }
    byte[] names = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n".getBytes(StandardCharsets.UTF_8);
    if (chance.oneIn(3)) {
      batch[chance.below(12) * RECORD] = (byte) chance.below(256);
    }
    boolean first = chance.oneIn(2);
    Files.write(folder.resolve("data_batch_1.bin"), first ? Damage.of(batch, chance) : batch);
    Files.write(folder.resolve("test_batch.bin"), first ? batch : Damage.of(batch, chance));
    if (chance.oneIn(2)) {
      Files.write(
          folder.resolve("batches.meta.txt"), chance.oneIn(2) ? Damage.of(names, chance) : names);
    }
    Datasets.open(folder).load();
  }
}
