package dev.plenum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class HistoryChartTest {
  private static final int BLUE = 0x0b69a3;
  private static final int BLACK = 0x111111;

  @TempDir
  private Path folder;

  private static RunHistory run(int epochs) {
    return RunHistory.of("a network", Histories.accuracy(epochs, true)).test(0.95);
  }

  private static boolean hasColour(BufferedImage image, int colour) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).anyMatch(pixel -> (pixel & 0xffffff) == colour);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40, 1000})
  void anyNumberOfEpochsIsSeen(int epochs) {
    BufferedImage image = HistoryChart.of("accuracy", run(epochs)).image();
    BufferedImage plot = image.getSubimage(0, 0, image.getWidth(), 2 * ChartStyle.HEIGHT - 80);
    assertTrue(hasColour(plot, BLUE));
    assertTrue(hasColour(plot, BLACK));
  }

  @Test
  void aLongDashedCurveIsOneLineSoThatItsDashesAreSeen() throws Exception {
    String svg = HistoryChart.of("accuracy", RunHistory.of("a", Histories.accuracy(500, false)))
        .svgElement("a", "");
    NodeList paths = parsed(svg).getElementsByTagName("path");
    assertEquals(2, paths.getLength(), "what clips, and what is drawn");
    assertTrue(svg.contains("stroke-dasharray=\"7,4\""), svg);
  }

  @Test
  void theLegendStandsBelowThePlotHoweverLongItIs() {
    RunHistory[] runs = new RunHistory[HistoryChart.MOST_RUNS];
    Arrays.setAll(
        runs, i -> RunHistory.of("a rather long name, " + i, Histories.accuracy(3, true)));
    HistoryChart few = HistoryChart.of("accuracy", run(3));
    HistoryChart many = HistoryChart.of("accuracy", runs);
    assertTrue(few.height() > ChartStyle.HEIGHT);
    assertTrue(many.height() > few.height() + 5 * 19);
  }

  @Test
  void valuesThatAreNoNumbersLeaveGaps() {
    double nan = Double.NaN;
    double infinite = Double.POSITIVE_INFINITY;
    for (double[] values : new double[][] {{1, nan, 2, infinite, 3}, {nan, nan}, {infinite}}) {
      HistoryChart chart =
          HistoryChart.of("loss", RunHistory.of("a", Histories.of("loss", values)));
      assertFalse(chart.svg().contains("NaN"));
      assertTrue(chart.image().getWidth() > 0);
    }
  }

  @Test
  void whatComesFromOutsideIsShownAsItIs() throws Exception {
    String name = "<script>alert(1)</script> \u001b[31m & \"x\" \u202egnp \ud800";
    RunHistory run = RunHistory.of(name, Histories.accuracy(2, true));
    HistoryChart chart = HistoryChart.of("accuracy", run, run).title(name).note(name);
    for (String svg : new String[] {chart.svg(), chart.svgElement("a", name)}) {
      Document document = parsed(svg);
      assertEquals(0, document.getElementsByTagName("script").getLength());
      assertTrue(document.getDocumentElement().getTextContent().contains("<script>alert(1)"));
      assertFalse(svg.contains("\u001b") || svg.contains("\u202e"));
    }
  }

  @Test
  void aFileHasItsOwnColoursAndAPageItsVariables() throws IOException {
    HistoryChart chart = HistoryChart.of("accuracy", run(3)).title("a title");
    chart.writeSvg(folder.resolve("chart.svg"));
    chart.writePng(folder.resolve("chart.png"));
    String file = Files.readString(folder.resolve("chart.svg"));
    assertFalse(file.contains("var("), file);
    assertTrue(file.contains("a title"), file);
    String element = chart.svgElement("a", "");
    assertTrue(element.contains("var(--chart-blue)"), element);
    assertFalse(element.contains("rgb("), "a stand-in for a colour was left");
    assertFalse(element.contains("a title"), "a page has a caption of its own");
    BufferedImage image = ImageIO.read(folder.resolve("chart.png").toFile());
    assertEquals(2 * ChartStyle.WIDTH, image.getWidth());
    assertEquals(0xffffffff, image.getRGB(0, 0));
  }

  @Test
  void everyVariableHasAColourForLightAndForDarkGround() {
    String css = Ink.styleSheet();
    for (Ink ink : Ink.values()) {
      assertEquals(4, css.split(ink.variable() + ": #", -1).length, ink.variable());
    }
    assertTrue(css.contains("prefers-color-scheme: dark"), css);
  }

  @Test
  void moreTrainingsThanCanBeToldApartAreRefused() {
    String message = String.valueOf(assertThrows(
            IllegalArgumentException.class,
            () -> HistoryChart.of("accuracy", Collections.nCopies(13, run(2))))
        .getMessage());
    assertTrue(message.contains("1 to 12 trainings") && message.contains("found 13"), message);
  }

  @Test
  void anUnknownMetricIsRefusedWithWhatThereIs() {
    String message = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> HistoryChart.of("recall", run(2)))
            .getMessage());
    assertEquals("'a network' has no metric 'recall'; it has accuracy, val_accuracy", message);
  }

  @Test
  void aTrainingWithoutAnEpochIsRefused() {
    String message = String.valueOf(assertThrows(
            IllegalArgumentException.class, () -> RunHistory.of("new", Histories.accuracy(0, true)))
        .getMessage());
    assertEquals("'new' has no finished epoch yet", message);
  }
}
