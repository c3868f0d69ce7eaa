package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.data.TrainTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real files, where the operating system has them. */
class RealFashionMnistTest {

  @Test
  void theSystemsPackageIsReadAndPassesAsPublished(@TempDir Path emptyCache) throws IOException {
    IdxFamily family = Datasets.fashionMnist().cacheDir(emptyCache);
    assumeTrue(
        family.locate().isPresent(), "Debian's package dataset-fashion-mnist is not installed");

    TrainTest data = family.load();

    assertEquals(60_000, data.train().size());
    assertEquals("Ankle boot", data.train().classNames().get(data.train().label(0)));
    assertEquals("14410854cf7a289477dcfc7df3f8ec24741e281cdcc425ede0d9a748ca630214", data.sha256());
  }
}
