package dev.plenum.serve.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.experiment.run.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFinderTest {
  @TempDir
  private Path folder;

  @Test
  void trainingsInALinkToAFolderAreFoundUnderTheLinksName() throws IOException {
    Path training = Files.createDirectories(folder.resolve("runs/both/members/1"));
    Files.writeString(training.resolve(StoredRun.RECORD), "{}");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("runs"));
    assertEquals(List.of(link.resolve("both/members/1")), RunFinder.in(link));
    Path toOne = Files.createSymbolicLink(folder.resolve("one"), training);
    assertEquals(List.of(toOne), RunFinder.in(toOne));
    Path hidden = Files.move(folder.resolve("runs"), folder.resolve(".runs"));
    Path toHidden = Files.createSymbolicLink(folder.resolve("shown"), hidden);
    assertEquals(List.of(toHidden.resolve("both/members/1")), RunFinder.in(toHidden));
  }
}
