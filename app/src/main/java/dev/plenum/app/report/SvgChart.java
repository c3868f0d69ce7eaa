package dev.plenum.app.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Turns charts into SVG within the page: sharp at any size, in the page's colours. */
public final class SvgChart {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Digits behind the point of coordinates: a hundredth of a pixel. */
  private static final int PRECISION = 2;

  private SvgChart() {}

  /**
   * A chart with its caption.
   *
   * @param id unique in the page; letters, digits and hyphens
   * @param caption what stands above it
   * @param description what it shows, for those who cannot see it
   * @param chart drawn with the colours of {@link Ink}
   */
  public static Html figure(String id, String caption, String description, Chart<?, ?> chart) {
    return Html.tag("figure")
        .attribute("class", "chart")
        .with(Html.element("figcaption", caption), Html.svg(svg(id, description, chart)));
  }

  private static String svg(String id, String description, Chart<?, ?> chart) {
    Document document = newDocument();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(PRECISION);
    context.setIDGenerator(new UniqueInPage(id));
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    Element root = graphics.getRoot();
    removeEmptyDefinitions(root);
    root.setAttribute(
        "viewBox", String.format(Locale.ROOT, "0 0 %d %d", chart.getWidth(), chart.getHeight()));
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", description);
    graphics.dispose();
    return Ink.resolve(text(root));
  }

  /** The same in every chart, under the same id. */
  private static void removeEmptyDefinitions(Element root) {
    Node first = root.getFirstChild();
    while (first != null && !first.getNodeName().equals("defs")) {
      first = first.getNextSibling();
    }
    if (first != null && !first.hasChildNodes()) {
      root.removeChild(first);
    }
  }

  private static Document newDocument() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform has an XML parser", e);
    }
  }

  private static String text(Element root) {
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource(root), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("a document in memory can always be written", e);
    }
  }

  /** Names of clips and the like, of which a page must not have two alike. */
  private static final class UniqueInPage extends SVGIDGenerator {
    private final String chart;

    UniqueInPage(String chart) {
      this.chart = chart;
    }

    @Override
    public String generateID(String prefix) {
      return chart + "-" + super.generateID(prefix);
    }
  }
}
