package dev.plenum.datasets.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies planted among the 10,000 test images of MNIST, where the data directory has them. */
class AuditMnistTest {
  private static final int PLANTED = 100;

  private final Path dataDir = Path.of(Optional.ofNullable(System.getProperty("plenum.data.dir"))
      .or(() -> Optional.ofNullable(System.getenv("PLENUM_DATA_DIR")))
      .orElse("../../shared/data"));

  @BeforeEach
  void needsMnist() {
    assumeTrue(
        Datasets.mnist().dataDir(dataDir).locate().isPresent(),
        () -> "MNIST is not in " + dataDir.toAbsolutePath()
            + "; set the property plenum.data.dir or the variable PLENUM_DATA_DIR");
  }

  /** The images of these indices, one after another. */
  private static Dataset some(Dataset all, int... indices) {
    int size = all.imageShape().size();
    byte[] pixels = new byte[indices.length * size];
    int[] labels = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(all.image(indices[i]), 0, pixels, i * size, size);
      labels[i] = all.label(indices[i]);
    }
    return new Dataset(all.imageShape(), pixels, labels, all.classNames());
  }

  private static DatasetAudit audit(Dataset train, Dataset test) throws IOException {
    DatasetSource source = new DatasetSource() {
      @Override
      public String name() {
        return "planted";
      }

      @Override
      public TrainTest load() {
        return new TrainTest(name(), train, test, "");
      }
    };
    return source.audit();
  }

  /** Image 80 i + 3 is there again as training image 9,900 + i, image 80 i + 5 as test image i. */
  @Test
  void allPlantedCopiesAreFoundAndNoOthers() throws IOException {
    Dataset mnist = Datasets.mnist().dataDir(dataDir).load().test();
    int[] train = new int[9900 + PLANTED];
    int[] test = new int[PLANTED + 100];
    for (int i = 0; i < train.length; i++) {
      train[i] = i < 9900 ? i : 80 * (i - 9900) + 3;
    }
    for (int i = 0; i < test.length; i++) {
      test[i] = i < PLANTED ? 80 * i + 5 : 9900 + i - PLANTED;
    }

    DatasetAudit audit = audit(some(mnist, train), some(mnist, test));

    Set<List<String>> expected = new HashSet<>();
    for (int i = 0; i < PLANTED; i++) {
      expected.add(List.of("train[" + (80 * i + 3) + "]", "train[" + (9900 + i) + "]"));
      expected.add(List.of("train[" + (80 * i + 5) + "]", "test[" + i + "]"));
    }
    Set<List<String>> found = new HashSet<>();
    audit
        .duplicates()
        .forEach(
            group -> found.add(group.images().stream().map(AuditedImage::name).toList()));
    assertEquals(expected, found);
    assertEquals(PLANTED, audit.leaked());
    assertEquals(10_200, audit.images());
    assertTrue(audit.brokenFiles().isEmpty());
    // Digits that are nearly the same, ones above all.
    assertTrue(audit.nearDuplicates().size() < 10, () -> audit.nearDuplicates().toString());
  }
}
