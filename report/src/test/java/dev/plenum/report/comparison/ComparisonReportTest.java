package dev.plenum.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.comparison.Comparisons;
import dev.plenum.persistence.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ComparisonReportTest {

  private static Document page(Comparison comparison) throws Exception {
    byte[] html = ComparisonPage.of(comparison).getBytes(StandardCharsets.UTF_8);
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

  private static String verdict(Comparison comparison) {
    return String.join(
        "\n",
        ComparisonFindings.of(comparison).stream()
            .map(finding -> finding.headline() + " " + finding.detail())
            .toList());
  }

  @Test
  void equallyGoodBackendsHaveTheSameAccuracyWithinError() {
    String verdict = verdict(Comparisons.alike(3, 3, "dense"));
    assertTrue(
        verdict.startsWith(
            "dense: same accuracy within error (p = 1.000); purejava trains 1.98 times as fast ("),
        verdict);
    assertTrue(verdict.contains("they agree on 99.60 % of the test images"), verdict);
    assertTrue(verdict.contains("Memory: neither takes more."), verdict);
    assertTrue(verdict.contains("From each seed all started from the same weights"), verdict);
    assertTrue(verdict.contains("the same bits again from purejava and dl4j"), verdict);
  }

  @Test
  void aBetterBackendIsNamed() {
    String verdict = verdict(Comparisons.different());
    assertTrue(verdict.startsWith("dense: purejava is more accurate (p < 0.001)"), verdict);
    assertFalse(verdict.contains("Other seeds may say otherwise"), verdict);
  }

  @Test
  void aDifferenceThatOneSeedMakesIsSaidToBeOne() {
    String verdict = verdict(Comparisons.differentFromOneSeed());
    assertTrue(verdict.startsWith("dense: purejava is more accurate (p < 0.001)"), verdict);
    assertTrue(verdict.contains("Other seeds may say otherwise"), verdict);
  }

  @Test
  void whatFailedIsSaid() {
    String verdict = verdict(Comparisons.broken("plenum compare"));
    assertTrue(verdict.contains("1 of 6 trainings failed."), verdict);
    assertTrue(verdict.contains("dl4j-cuda cannot be used: there is no card."), verdict);
    assertTrue(verdict.contains("dl4j: its JVM was ended by signal 9."), verdict);
    assertTrue(
        verdict(Comparisons.unsteady()).contains("other bits from dl4j"),
        verdict(Comparisons.unsteady()));
    assertTrue(verdict(Comparisons.empty()).startsWith("There is nothing to compare."));
  }

  @Test
  void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
    Document page = page(Comparisons.alike(3, 3, "dense", "simple-conv"));
    assertEquals(1, elements(page, "h1").size());
    assertTrue(elements(page, "script").isEmpty());
    assertTrue(elements(page, "link").isEmpty());
    assertTrue(elements(page, "img").isEmpty());
    assertEquals(elements(page, "table").size(), elements(page, "caption").size());
    assertTrue(elements(page, "th").stream().allMatch(cell -> cell.hasAttribute("scope")));
  }

  @Test
  void everyNetworkHasItsChartsInThePagesOwnColours() throws Exception {
    Document page = page(Comparisons.alike(3, 3, "dense", "simple-conv"));
    List<Element> charts = elements(page, "svg");
    assertEquals(2 * 6 + 1, charts.size());
    for (Element chart : charts) {
      assertEquals("img", chart.getAttribute("role"));
      assertTrue(chart.getAttribute("aria-label").contains("purejava"));
    }
    String html = ComparisonPage.of(Comparisons.alike(3, 3, "dense"));
    assertTrue(html.contains("var(--chart-blue)"));
    assertTrue(html.contains("var(--chart-orange)"));
    assertFalse(html.contains("NaN"));
    assertFalse(html.contains("rgb(1,1,1)"), "a stand-in for a colour was left");
    assertFalse(html.contains("rgb(11,11,11)"), "a stand-in for a colour was left");
  }

  @Test
  void noIdIsGivenTwice() throws Exception {
    Document page = page(Comparisons.alike(3, 3, "dense", "simple-conv"));
    List<String> ids = elements(page, "*").stream()
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .toList();
    Set<String> different = new TreeSet<>(ids);
    assertEquals(ids.size(), different.size(), ids::toString);
  }

  @Test
  void aSingleSeedAndEpochAreEnough() throws Exception {
    Comparison comparison = Comparisons.alike(1, 1, "dense");
    assertEquals(5, elements(page(comparison), "svg").size());
    assertFalse(ComparisonPage.of(comparison).contains("NaN"));
    assertTrue(ComparisonMarkdown.of(comparison).contains("| dense | purejava | 1 | 0.9800 | – |"));
  }

  @Test
  void whatComesFromOutsideIsShownAsItIs() throws Exception {
    String command = "plenum compare --dataset '<script>alert(1)</script>' & \"x\"";
    Comparison broken = Comparisons.broken(command);
    Document page = page(broken);
    assertTrue(elements(page, "script").isEmpty());
    assertTrue(elements(page, "b").isEmpty());
    assertEquals(command, elements(page, "pre").get(0).getTextContent());
    assertTrue(ComparisonMarkdown.of(broken).contains("Epoch 1/2 \\<b>last\\</b> \\| words"));
  }

  private static JsonValue json(Comparison comparison) {
    return JsonValue.parse(ComparisonJson.of(comparison).toString(), "report.json");
  }

  @Test
  void aComparisonWithoutResultsHasAReport() throws Exception {
    assertTrue(elements(page(Comparisons.empty()), "svg").isEmpty());
    assertTrue(ComparisonMarkdown.of(Comparisons.empty()).contains("0 of 1: failed"));
    assertEquals(2, json(Comparisons.empty()).required("failures").elements().size());
  }

  @Test
  void otherMetricsAreInTablesAndJson() throws Exception {
    Comparison comparison = Comparisons.measuredBy("macro_f1", 0.8765);
    List<String> cells = elements(page(comparison), "td").stream()
        .map(Element::getTextContent)
        .filter(text -> text.startsWith("0.8765"))
        .toList();
    assertEquals(2 + 6, cells.size(), "two groups, and six trainings: " + cells);
    assertEquals(
        2,
        elements(page(comparison), "th").stream()
            .filter(head -> head.getTextContent().equals("macro_f1"))
            .count());
    JsonValue group = json(comparison).required("groups").elements().get(0);
    assertEquals(0.8765, group.required("macro_f1").required("mean").doubleValue(), 1e-12);
    JsonValue run = group.required("runs").elements().get(0);
    assertEquals(0.8765, run.required("macro_f1").doubleValue());
    assertFalse(ComparisonPage.of(Comparisons.alike(2, 2, "dense")).contains("macro_f1"));
  }

  @Test
  void theJsonHasEveryFigure() {
    JsonValue json = json(Comparisons.alike(2, 2, "dense"));
    JsonValue group = json.required("groups").elements().get(0);
    assertEquals(0.98, group.required("accuracy").required("mean").doubleValue(), 1e-12);
    List<JsonValue> runs = group.required("runs").elements();
    assertEquals(2, runs.size());
    assertEquals(2, runs.get(0).required("history").elements().size());
    JsonValue duel = json.required("duels").elements().get(0);
    assertEquals(2, duel.required("mcnemar").required("onlyFirst").intValue());
    assertTrue(duel.required("trainsTimesAsFast").required("low").doubleValue() > 1.9);
    assertEquals(
        "digits",
        json.required("provenance").required("dataset").required("name").text());
  }
}
