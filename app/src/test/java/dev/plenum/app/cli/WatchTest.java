package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.RunningChild;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.serve.browser.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Watches real trainings, as a user would. */
@Timeout(600)
class WatchTest {
  /** The points of the line of the validation loss. */
  private static final String POINTS =
      "const line = document.querySelector('[data-metric=loss] .curve:not(.dashed)');"
          + "return line === null ? 0 : line.getAttribute('d').split(/[ML]/).length - 1";

  private static final String[] TRAINING = {
    "train",
    "--dataset=mnist",
    "--data-dir=data",
    "--network=simple-conv",
    "--augment",
    "--batch-size=20",
    "--epochs=100"
  };

  @TempDir
  private Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    TinyMnist.write(folder.resolve("data"));
  }

  private static String[] training(String... more) {
    String[] all = Arrays.copyOf(TRAINING, TRAINING.length + more.length);
    System.arraycopy(more, 0, all, TRAINING.length, more.length);
    return all;
  }

  private static URI address(String line) {
    return URI.create(line.substring(line.indexOf("http")));
  }

  private String weights(String run) throws IOException {
    return StoredRun.read(folder.resolve(run)).record().outcome().weightsSha256();
  }

  @Test
  void aCurveGrowsAndTheTrainingThatIsStoppedOnThePageResumesToTheSameBits()
      throws IOException, InterruptedException {
    try (Browser browser = Browser.start(folder.resolve("profile"));
        RunningChild training =
            ChildJvm.start(folder, List.of(), training("--watch", "--out=runs/watched"))) {
      browser.open(address(training.awaitLine("Watch it: ")));
      int before = browser.await(POINTS, points -> points.intValue() > 1).intValue();
      browser.await(POINTS, points -> points.intValue() > before);
      requirePictures(browser);
      requireKeyboard(browser);
      assertEquals(List.of(), browser.complaints());
      browser.click(".run button");
      browser.click("#confirm-yes");
      assertTrue(training.process().waitFor(60, TimeUnit.SECONDS));
      assertEquals(130, training.process().exitValue());
      assertTrue(training
          .remainingLines()
          .contains(
              "What was done so far is kept. To resume it: plenum train --resume runs/watched"));
      browser.await(
          "return document.querySelector('.run .state').textContent",
          state -> state.asText().equals("stopped"));
      browser.await(
          "return document.getElementById('status').textContent",
          status -> status.asText().startsWith("The process has ended"));
    }
    assertFalse(Files.exists(folder.resolve("runs/watched/run.json")));
    App.Result resumed = App.run(folder, "train", "--resume=runs/watched");
    assertEquals(0, resumed.exitCode(), resumed.err());
    App.Result alone = App.run(folder, training("--out=runs/alone"));
    assertEquals(0, alone.exitCode(), alone.err());
    assertEquals(weights("runs/alone"), weights("runs/watched"));
    assertFalse(Files.exists(folder.resolve("runs/watched/.progress")));
  }

  private static void requirePictures(Browser browser) throws IOException, InterruptedException {
    browser.run("document.getElementById('pictures').scrollIntoView()");
    for (String gallery : List.of("samples", "filters")) {
      browser.await(
          "return document.querySelectorAll('#" + gallery + " canvas').length",
          count -> count.intValue() >= 10);
    }
    browser.await(
        "return document.querySelector('#misclassified p').textContent",
        text -> text.asText().matches("After epoch \\d+: \\d+ of 40\\..*"));
    JsonNode light = browser.run("const c = document.querySelector('#samples canvas');"
        + "return c.getContext('2d').getImageData(0, 0, c.width, c.height).data"
        + ".filter((v, i) => i % 4 === 0 && v > 200).length");
    assertTrue(light.intValue() > 0, "the bar of a class is bright");
  }

  private static void requireKeyboard(Browser browser) throws IOException, InterruptedException {
    browser.run("document.querySelector('[data-metric=loss] svg').focus()");
    browser.type("[data-metric=loss] svg", "\uE012\uE012"); // the left arrow, twice
    String said = browser
        .run(
            "return document.querySelector('[data-metric=loss] svg').getAttribute('aria-valuetext')")
        .asText();
    assertTrue(said.matches("epoch \\d+: .*validation [0-9.e-]+.*"), said);
  }

  @Test
  void aFolderIsWatchedFromOutside() throws IOException, InterruptedException {
    App.Result trained = App.run(
        folder,
        "committee",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--epochs=2",
        "--members=2",
        "--out=runs/both",
        "--tensorboard=events");
    assertEquals(0, trained.exitCode(), trained.err());
    for (String log : List.of("1/train", "1/validation", "2/train", "2/validation")) {
      assertTrue(Files.isDirectory(folder.resolve("events").resolve(log)), log);
    }
    try (RunningChild watching = ChildJvm.start(folder, List.of(), "watch", "runs")) {
      URI page = address(watching.awaitLine("Watch runs: "));
      String all = HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(page.resolve("/api/runs")).build(), BodyHandlers.ofString())
          .body();
      assertTrue(all.contains("\"name\":\"both/members/2\""), all);
      new ProcessBuilder("/bin/sh", "-c", "kill -INT " + watching.process().pid())
          .start()
          .waitFor();
      assertTrue(watching.process().waitFor(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void whatCannotBeWatchedIsRefused() {
    App.Result missing = App.run(folder, "watch", "nothing");
    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("there is no folder nothing"), missing.err());
    App.Result port = App.run(folder, training("--watch", "--listen=70000", "--out=runs/out"));
    assertEquals(2, port.exitCode());
    assertTrue(port.err().contains("70000"), port.err());
    assertFalse(Files.exists(folder.resolve("runs/out")));
    App.run(
        folder,
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--epochs=1",
        "--tensorboard=events",
        "--out=runs/one");
    App.Result again = App.run(
        folder,
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--epochs=1",
        "--tensorboard=events",
        "--out=runs/two");
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("another training"), again.err());
  }
}
