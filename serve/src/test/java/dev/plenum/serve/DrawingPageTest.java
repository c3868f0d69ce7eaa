package dev.plenum.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plenum.api.Backends;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.SavedMember;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.Predictor;
import dev.plenum.serve.browser.Browser;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, with a model that was trained on generated digits just before. */
@Timeout(180)
class DrawingPageTest {
  private static final double[][] THREE = {
    {.3, .25},
    {.4, .18},
    {.55, .18},
    {.65, .28},
    {.6, .42},
    {.45, .49},
    {.6, .54},
    {.7, .66},
    {.62, .8},
    {.45, .85},
    {.3, .78}
  };
  private static final String BEST = "return document.querySelector('.best').textContent";
  private static final String WIDTH =
      "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

  @TempDir
  Path folder;

  /** Knows digits well enough after some seconds. */
  private static SavedModel trained() throws IOException {
    Dataset digits = Datasets.digits().load().train().first(3000);
    return trained(digits, Preprocessing.of(digits.imageShape()));
  }

  /** The same of one that sees windows of 24 x 24. */
  private static SavedModel trainedOnWindows() throws IOException {
    Dataset digits = Datasets.digits().load().train().first(3000);
    Dataset windows = new InkWindow(24, 24).of(digits);
    return trained(windows, Preprocessing.of(windows.imageShape()).windowOf(digits.imageShape()));
  }

  private static SavedModel trained(Dataset digits, Preprocessing preprocessing) {
    Network network = Sequential.of(
        digits.imageShape(),
        Conv2D.of(8, 5).activation(Activation.RELU),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dense.of(10).activation(Activation.SOFTMAX));
    try (Model model = Backends.get("purejava")
        .compile(network, Adam.defaults().learningRate(0.005), Seed.seed(7))) {
      model.fit(digits, Fit.epochs(3).batchSize(50));
      return SavedModel.of(model, preprocessing, digits.classNames(), JsonObject.empty());
    }
  }

  @Test
  void aThreeThatIsDrawnIsSeenAndRecognised() throws Exception {
    SavedModel digits = trained();
    Path file = folder.resolve("digits.plenum");
    ModelFile.write(file, digits);
    Path committee = folder.resolve("committee.plenum");
    SavedMember member = new SavedMember(digits, Seed.seed(7), "purejava");
    CommitteeFile.write(
        committee, new SavedCommittee(Combination.geometricMean(), List.of(member, member)));
    try (ModelServer server =
            Samples.start(Samples.source("digits", file), Samples.source("two", committee));
        Browser browser = Browser.start(folder.resolve("profile"))) {
      resize(browser, 1280, "light");
      browser.open(server.uri());
      browser.await(
          "return document.querySelectorAll('.panel').length", count -> count.asInt() == 1);

      draw(browser, 1);
      browser.await(BEST, best -> best.asText().equals("3"));
      assertTrue(seen(browser) > 20_000, "the network saw something");
      browser.run("return document.getElementById('beside').value = 'two'");
      browser.run("document.getElementById('beside').dispatchEvent(new Event('change'))");
      browser.await(
          "return [...document.querySelectorAll('.votes li')].map(vote => vote.textContent[0]).join('')",
          votes -> votes.asText().equals("33"));
      for (int width : List.of(1280, 360)) {
        for (String scheme : List.of("light", "dark")) {
          resize(browser, width, scheme);
          assertEquals(0, browser.run(WIDTH).asInt(), width + " " + scheme);
        }
      }

      browser.click("#undo");
      browser.await(BEST, best -> best.asText().equals("–"));
      drawWithKeys(browser);
      browser.await(BEST, best -> best.asText().equals("1"));
      browser.click("#clear");
      browser.await(BEST, best -> best.asText().equals("–"));
      browser.type("#photo", photoOfAOne().toString());
      browser.await(BEST, best -> best.asText().equals("1"));
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void aModelThatSeesWindowsGetsDrawingsAndPhotosAsMnistsAreAlsoWhereTheServerInverts()
      throws Exception {
    Path file = folder.resolve("windows.plenum");
    ModelFile.write(file, trainedOnWindows());
    ModelSource source =
        new ModelSource("windows", Predictor.of(file).inverted(), Backends.get("purejava"));
    try (ModelServer server = Samples.start(source);
        Browser browser = Browser.start(folder.resolve("profile"))) {
      resize(browser, 1280, "light");
      browser.open(server.uri());
      browser.await(
          "return document.querySelectorAll('.panel').length", count -> count.asInt() == 1);

      draw(browser, .3); // small, in the upper left
      browser.await(BEST, best -> best.asText().equals("3"));
      browser.click("#clear");
      browser.await(BEST, best -> best.asText().equals("–"));
      browser.type("#photo", photoOfAOne().toString());
      browser.await(BEST, best -> best.asText().equals("1"));
      assertEquals(List.of(), browser.complaints());
    }
  }

  /** Dark on light paper, larger than what is sent, and not in the middle. */
  private Path photoOfAOne() throws IOException {
    BufferedImage photo = new BufferedImage(1200, 1500, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = photo.createGraphics();
    pen.setColor(new Color(225, 220, 210));
    pen.fillRect(0, 0, 1200, 1500);
    pen.setColor(new Color(40, 40, 70));
    pen.fillRoundRect(300, 200, 60, 600, 60, 60);
    pen.dispose();
    Path file = folder.resolve("one.png");
    ImageIO.write(photo, "png", file.toFile());
    return file;
  }

  private static void resize(Browser browser, int width, String scheme) throws Exception {
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    browser.command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** The brightness of what the network saw, all pixels together. */
  private static int seen(Browser browser) throws Exception {
    JsonNode sum = browser.run("""
        const canvas = document.querySelector('.seen');
        const pixels = canvas.getContext('2d').getImageData(0, 0, 28, 28).data;
        return pixels.reduce((sum, value, i) => i % 4 === 0 ? sum + value : sum, 0);
        """);
    return sum.asInt();
  }

  /** Draws a 3 that takes so much of the paper. */
  private static void draw(Browser browser, double part) throws Exception {
    JsonNode box = browser.run(
        "const box = document.getElementById('paper').getBoundingClientRect(); return [box.x, box.y, box.width]");
    List<Map<String, Object>> actions = new ArrayList<>();
    for (double[] point : THREE) {
      actions.add(Map.of(
          "type",
          "pointerMove",
          "duration",
          20,
          "x",
          (int) (box.path(0).asDouble() + part * point[0] * box.path(2).asDouble()),
          "y",
          (int) (box.path(1).asDouble() + part * point[1] * box.path(2).asDouble())));
      if (actions.size() == 1) {
        actions.add(Map.of("type", "pointerDown", "button", 0));
      }
    }
    actions.add(Map.of("type", "pointerUp", "button", 0));
    browser.act(List.of(Map.of(
        "type",
        "pointer",
        "id",
        "pen",
        "parameters",
        Map.of("pointerType", "pen"),
        "actions",
        actions)));
  }

  /** A vertical line: the space bar puts the pen down and lifts it. */
  private static void drawWithKeys(Browser browser) throws Exception {
    browser.run("document.getElementById('paper').focus()");
    List<Map<String, Object>> actions = new ArrayList<>();
    press(actions, " ");
    for (int i = 0; i < 20; i++) {
      press(actions, "\uE015"); // arrow down
    }
    press(actions, " ");
    browser.act(List.of(Map.of("type", "key", "id", "keys", "actions", actions)));
  }

  private static void press(List<Map<String, Object>> actions, String key) {
    actions.add(Map.of("type", "keyDown", "value", key));
    actions.add(Map.of("type", "keyUp", "value", key));
  }
}
