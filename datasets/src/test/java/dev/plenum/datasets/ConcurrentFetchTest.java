package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.datasets.internal.download.DownloadSettings;
import dev.plenum.datasets.support.Answers;
import dev.plenum.datasets.support.ChildJvm;
import dev.plenum.datasets.support.Mirror;
import dev.plenum.datasets.support.SmallFamily;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several at once in one empty cache folder; the mirror sees to it that they really overlap. */
class ConcurrentFetchTest {
  /** The mirror makes the first wait for the last, which may be a JVM that is just starting. */
  private static final DownloadSettings PATIENT =
      new DownloadSettings(Duration.ofSeconds(5), Duration.ofSeconds(60), 1, Duration.ZERO);

  private final SmallFamily small = new SmallFamily();
  private final Mirror mirror = new Mirror().serve(small);

  @TempDir
  Path cache;

  ConcurrentFetchTest() throws IOException {}

  @AfterEach
  void stop() {
    mirror.close();
  }

  private void makeWaitForEachOther(int clients) {
    String name = SmallFamily.TRAIN_IMAGES;
    mirror.on(name + ".gz", Answers.together(clients, Answers.proper(small.gzipped(name))));
  }

  private static String load(Path cache, URI mirror) throws IOException {
    return IdxFamily.of(new SmallFamily().family())
        .cacheDir(cache)
        .mirrors(List.of(mirror))
        .settings(PATIENT)
        .load()
        .sha256();
  }

  private void assertCached() throws IOException {
    try (var files = Files.list(cache.resolve("small"))) {
      assertEquals(4, files.count());
    }
    for (String name : small.names()) {
      assertArrayEquals(
          small.gzipped(name), Files.readAllBytes(cache.resolve("small/" + name + ".gz")));
    }
  }

  @Test
  void threadsThatFetchAtOnceAllGetWholeFiles() throws Exception {
    makeWaitForEachOther(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<String> load = () -> load(cache, mirror.address());
      for (Future<String> digest : threads.invokeAll(Collections.nCopies(4, load))) {
        assertEquals(small.sha256(), digest.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertCached();
  }

  @Test
  void processesThatFetchAtOnceAllGetWholeFiles() throws Exception {
    makeWaitForEachOther(2);
    List<ChildJvm> children = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      children.add(ChildJvm.start(
          List.of("-Xmx64m"), Fetch.class, cache.toString(), mirror.address().toString()));
    }
    for (ChildJvm child : children) {
      assertEquals(small.sha256(), child.lastLine());
    }
    assertCached();
  }

  /** The child process: loads the dataset and prints its digest. */
  static final class Fetch {
    private Fetch() {}

    public static void main(String[] args) throws IOException {
      System.out.println(load(Path.of(args[0]), URI.create(args[1])));
    }
  }
}
