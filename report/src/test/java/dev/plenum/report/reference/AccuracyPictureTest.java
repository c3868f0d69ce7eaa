package dev.plenum.report.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Reproductions;
import dev.plenum.experiment.reference.Stage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** The pictures of the original, line by line. */
class AccuracyPictureTest {
  private static final AccuracyPicture FIRST = AccuracyPicture.ALL.get(0);
  private static final AccuracyPicture SECOND = AccuracyPicture.ALL.get(1);
  private static final AccuracyPicture THIRD = AccuracyPicture.ALL.get(2);

  /** What is written around the plot. */
  private static List<String> words(AccuracyPicture picture, Reproduction reproduction)
      throws Exception {
    String svg = picture.chart(reproduction).svgElement("a", "");
    NodeList texts = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
        .getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }

  private static boolean has(AccuracyPicture picture, String colour) {
    return picture
        .chart(Reproductions.published())
        .svgElement("a", "")
        .contains("stroke=\"var(--chart-" + colour + ")\"");
  }

  @Test
  void theFirstHasBothNetworksWithTheirTests() throws Exception {
    List<String> words = words(FIRST, Reproductions.published());
    assertTrue(words.contains("dense, test 0.9806"), words.toString());
    assertTrue(words.contains("simple-conv, test 0.9907"), words.toString());
    assertTrue(has(FIRST, "blue") && has(FIRST, "green") && has(FIRST, "strong"));
    assertFalse(has(FIRST, "red"));
  }

  @Test
  void theSecondComparesWithThePlainNetworkInRed() throws Exception {
    List<String> words = words(SECOND, Reproductions.published());
    assertTrue(words.contains("test 0.9937"), words.toString());
    assertTrue(words.contains("test without augmentation 0.9907"), words.toString());
    assertTrue(has(SECOND, "green") && has(SECOND, "strong") && has(SECOND, "red"));
    assertFalse(has(SECOND, "blue"));
  }

  @Test
  void theThirdComparesWithBothEarlierStages() throws Exception {
    List<String> words = words(THIRD, Reproductions.published());
    assertTrue(words.contains("test 0.9944"), words.toString());
    assertTrue(words.contains("test without augmentation 0.9907"), words.toString());
    assertTrue(words.contains("test with augmentation 0.9937"), words.toString());
    assertTrue(has(THIRD, "green") && has(THIRD, "strong") && has(THIRD, "red"));
  }

  @Test
  void theAxisIsTheOriginalsAndItsNumbersHaveTwoDecimals() throws Exception {
    List<String> words = words(THIRD, Reproductions.published());
    assertEquals(
        List.of("0.94", "0.95", "0.96", "0.97", "0.98", "0.99", "1.00"), words.subList(0, 7));
  }

  @Test
  void stagesThatWereNotRunAreNamed() throws Exception {
    Reproduction third =
        Reproductions.of(List.of(Reproductions.published(Stage.LEARNING_RATE_REDUCTION)));
    List<String> words = words(THIRD, third);
    assertTrue(words.contains("not run: stage 1a, simple-conv"), words.toString());
    assertTrue(words.contains("not run: stage 2, simple-conv + augmentation"), words.toString());
    assertFalse(SECOND.isIn(third));
  }
}
