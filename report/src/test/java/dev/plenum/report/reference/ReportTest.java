package dev.plenum.report.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Network;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.reference.ReferencePlan;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Reproductions;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.reference.StageResult;
import dev.plenum.persistence.RunRecord;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
  private static final Dataset TEST = TinyMnist.dataset(TinyMnist.TEST, 2);
  private static final Map<String, Network> NETWORKS = Map.of("dense", Reproductions.NETWORK);

  @TempDir
  private Path folder;

  private void write(Reproduction reproduction, Optional<Evaluation> deepCommittee)
      throws IOException {
    new Report(reproduction, NETWORKS, TEST, deepCommittee).writeTo(folder);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private BufferedImage picture(String name) throws IOException {
    return ImageIO.read(folder.resolve(name).toFile());
  }

  private Document html() throws Exception {
    byte[] html = Files.readAllBytes(folder.resolve("report.html"));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> (Element) nodes.item(i))
        .toList();
  }

  private static List<String> texts(Document document, String name) {
    return elements(document, name).stream().map(Element::getTextContent).toList();
  }

  private static boolean hasColour(BufferedImage image, int colour) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).anyMatch(pixel -> (pixel & 0xffffff) == colour);
  }

  @Test
  void everyFileIsWritten() throws IOException {
    write(Reproductions.published(), Optional.of(Reproductions.evaluation(TEST, 7)));
    assertEquals(
        List.of(
            "1-accuracy.png",
            "2-augmentation.png",
            "3-learning-rate.png",
            "4-misclassified.png",
            "report.html",
            "report.json"),
        files());
  }

  @Test
  void picturesOfStagesThatWereNotRunAreLeftOut() throws Exception {
    write(Reproductions.of(List.of(Reproductions.published(Stage.AUGMENTATION))), Optional.empty());
    assertEquals(List.of("2-augmentation.png", "report.html", "report.json"), files());
    assertEquals(1, elements(html(), "svg").size());
  }

  @Test
  void thePicturesAreDrawnWithTheSameColoursInFilesAndPage() throws Exception {
    write(Reproductions.published(), Optional.empty());
    BufferedImage plot = picture("1-accuracy.png");
    assertEquals(760, plot.getWidth());
    for (int colour : List.of(0x0b69a3, 0x0a7d4f, 0x111111)) { // dense, simple-conv, tests
      assertTrue(hasColour(plot, colour), () -> Integer.toHexString(colour) + " is missing");
    }
    String html = Files.readString(folder.resolve("report.html"));
    assertTrue(html.contains("stroke=\"var(--chart-blue)\""), html);
    assertFalse(html.contains("rgb(1,1,1)"), "a stand-in for a colour was left");
  }

  @Test
  void curvesOfAQuickRunAreSeen() throws IOException {
    RunRecord poor = Reproductions.run(1, 2.2, 0.2, Reproductions.history(2, 0.1, 0.2));
    StageResult result =
        new StageResult(Stage.LEARNING_RATE_REDUCTION, List.of(poor), Optional.empty());
    write(Reproductions.of(List.of(result), true, "digits"), Optional.empty());
    BufferedImage plot = picture("3-learning-rate.png");
    BufferedImage curves = plot.getSubimage(0, 100, plot.getWidth(), 380); // without the legend
    assertTrue(hasColour(curves, 0x0a7d4f));
    assertTrue(hasColour(curves, 0x111111));
  }

  @Test
  void thePageIsWellFormedWithOneHeadingAndSections() throws Exception {
    write(Reproductions.published(), Optional.of(Reproductions.evaluation(TEST, 7)));
    Document html = html();
    assertEquals(List.of("Plenum: the reference experiment"), texts(html, "h1"));
    assertEquals(
        List.of("Stages", "Pictures", "Every run", "Networks", "Provenance", "Run it again"),
        texts(html, "h2"));
    assertTrue(texts(html, "p").get(0).startsWith("The results hold"));
  }

  @Test
  void thePageNeedsNothingElse() throws Exception {
    write(Reproductions.published(), Optional.of(Reproductions.evaluation(TEST, 7)));
    Document html = html();
    for (Element image : elements(html, "img")) {
      assertTrue(image.getAttribute("src").startsWith("data:image/png;base64,"));
      assertFalse(image.getAttribute("alt").isBlank());
    }
    assertEquals(3, elements(html, "svg").size());
    assertEquals(7, elements(html, "img").size(), "one for each mistake");
    assertTrue(elements(html, "script").isEmpty());
    assertTrue(elements(html, "link").isEmpty());
    assertFalse(texts(html, "style").get(0).contains("url("));
  }

  @Test
  void everyTableHasACaptionAndHeadingsWithScope() throws Exception {
    write(Reproductions.published(), Optional.empty());
    Document html = html();
    assertEquals(elements(html, "table").size(), elements(html, "caption").size());
    assertTrue(elements(html, "th").stream().allMatch(cell -> cell.hasAttribute("scope")));
    for (Element table : elements(html, "table")) {
      assertEquals("scroll", ((Element) table.getParentNode()).getAttribute("class"));
    }
  }

  @Test
  void whatComesFromOutsideIsShownAsItIs() throws Exception {
    String command = "plenum reproduce --dataset '<script>alert(1)</script>' & \"x\"";
    Reproduction reproduction = new Reproduction(
        ReferencePlan.published(),
        List.of(Reproductions.published(Stage.DENSE)),
        List.of(),
        Reproductions.data("<b>digits</b>"),
        Reproductions.invocation(command),
        Reproductions.PLATFORM);
    write(reproduction, Optional.empty());
    Document html = html();
    assertTrue(elements(html, "script").isEmpty());
    assertTrue(elements(html, "b").isEmpty());
    assertTrue(texts(html, "pre").contains(command));
    assertTrue(texts(html, "pre").stream().anyMatch(text -> text.startsWith("Model: ")));
    assertTrue(texts(html, "td").stream().anyMatch(cell -> cell.startsWith("<b>digits</b>")));
  }

  @Test
  void aVerdictOnEveryStageIsGivenOnlyWhereItIsOne() throws Exception {
    write(Reproductions.published(), Optional.empty());
    assertTrue(texts(html(), "th").contains("Verdict"));
    write(
        Reproductions.of(List.of(Reproductions.published(Stage.DENSE)), true, "mnist"),
        Optional.empty());
    assertFalse(texts(html(), "th").contains("Verdict"));
  }

  @Test
  void membersAndCommitteesAreListedOneByOne() throws Exception {
    write(Reproductions.published(), Optional.empty());
    List<String> cells = texts(html(), "td");
    assertTrue(cells.contains("deep-conv, seed 5"));
    assertTrue(cells.contains("their committee (published members: 0.9957 – 0.9971)"));
  }

  @Test
  void anEarlierReportStaysWhenAFileCannotBeWritten() throws IOException {
    write(Reproductions.published(), Optional.empty());
    byte[] before = Files.readAllBytes(folder.resolve("report.html"));
    Files.delete(folder.resolve("report.json"));
    Files.createDirectory(folder.resolve("report.json"));
    String message =
        Thrown.message(IOException.class, () -> write(Reproductions.published(), Optional.empty()));
    assertTrue(message.contains("report.json could not be written"), message);
    assertEquals(
        new String(before, StandardCharsets.UTF_8),
        Files.readString(folder.resolve("report.html")));
  }
}
