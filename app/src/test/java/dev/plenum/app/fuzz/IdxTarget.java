package dev.plenum.app.fuzz;

import dev.plenum.datasets.Datasets;
import dev.plenum.experiment.TinyMnist;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The four IDX files of MNIST, plain and gzipped, and of EMNIST's letters, which are turned. */
final class IdxTarget implements Target {
  private static final List<String> NAMES = List.of(
      "train-images-idx3-ubyte",
      "train-labels-idx1-ubyte",
      "t10k-images-idx3-ubyte",
      "t10k-labels-idx1-ubyte");

  private static final String EMNIST = "emnist-letters-";

  private final Map<String, byte[]> intact = new HashMap<>();
  private final List<byte[]> bombs = new ArrayList<>();

  IdxTarget(Path scratch) throws IOException {
    TinyMnist.write(scratch);
    for (String name : NAMES) {
      Path file = scratch.resolve("mnist").resolve(name);
      intact.put(name, Files.readAllBytes(file));
      Files.delete(file);
    }
    Files.delete(scratch.resolve("mnist"));
    for (int megabytes : new int[] {40, 120, 200, 500}) {
      byte[] header = ByteBuffer.allocate(16)
          .putInt(0x803)
          .putInt(megabytes << 10)
          .putInt(32)
          .putInt(32)
          .array();
      bombs.add(Bomb.of(header, new byte[1], 16 + ((long) megabytes << 20)).gzip());
    }
    bombs.add(Bomb.of(new byte[0], new byte[1], 300 << 20).gzip());
  }

  @Override
  public String name() {
    return "IDX files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path mnist = Files.createDirectory(folder.resolve("mnist"));
    boolean isEmnist = chance.oneIn(3);
    String damaged = chance.of(NAMES);
    for (String name : NAMES) {
      String called = isEmnist ? EMNIST + name.replace("t10k", "test") : name;
      byte[] bytes = isEmnist ? fromOne(name) : intact(name);
      if (name.equals(damaged)) {
        write(mnist, called, bytes, chance);
      } else {
        Files.write(mnist.resolve(called), bytes);
      }
    }
    if (isEmnist) {
      Files.write(mnist.resolve(EMNIST + "mapping.txt"), chance.bytes(chance.below(100)));
      Datasets.open(mnist).load();
    } else {
      Datasets.mnist().dataDir(folder).load();
    }
  }

  private byte[] intact(String name) {
    return intact.getOrDefault(name, new byte[0]);
  }

  /** Labels of letters begin at 1. */
  private byte[] fromOne(String name) {
    byte[] bytes = intact(name).clone();
    for (int i = 8; i < bytes.length && name.contains("labels"); i++) {
      bytes[i]++;
    }
    return bytes;
  }

  private void write(Path folder, String name, byte[] plain, Chance chance) throws IOException {
    switch (chance.below(5)) {
      case 0, 1 -> Files.write(folder.resolve(name), damaged(plain, chance));
      case 2 -> Files.write(folder.resolve(name + ".gz"), gzip(damaged(plain, chance)));
      case 3 -> Files.write(folder.resolve(name + ".gz"), Damage.of(gzip(plain), chance));
      default ->
        Files.write(
            folder.resolve(name + ".gz"),
            chance.oneIn(10) ? chance.of(bombs) : Damage.joined(gzip(plain), gzip(plain)));
    }
  }

  /** Every other time only a number of the header is wrong. */
  private static byte[] damaged(byte[] file, Chance chance) {
    if (chance.oneIn(2)) {
      return Damage.of(file, chance);
    }
    byte[] damaged = file.clone();
    ByteBuffer.wrap(damaged).putInt(4 * chance.below(4), (int) chance.size());
    return damaged;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
