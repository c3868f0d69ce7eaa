package dev.plenum.report;

import java.awt.Graphics2D;
import java.io.StringWriter;
import java.util.Locale;
import java.util.function.Consumer;
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
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Turns what is drawn into SVG: sharp at any size. */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /** Digits behind the point of coordinates: a hundredth of a pixel. */
  private static final int PRECISION = 2;

  private Svg() {}

  /**
   * One element {@code svg} that takes the size which the page gives it.
   *
   * @param id what identifiers within it begin with
   * @param description what it shows, for those who cannot see it
   */
  static String element(
      String id, int width, int height, String description, Consumer<Graphics2D> drawing) {
    return text(root(id, width, height, description, drawing));
  }

  /** A file that is a picture of its own. */
  static String file(int width, int height, String description, Consumer<Graphics2D> drawing) {
    Element root = root("chart", width, height, description, drawing);
    root.setAttribute("width", String.valueOf(width));
    root.setAttribute("height", String.valueOf(height));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(root) + "\n";
  }

  private static Element root(
      String id, int width, int height, String description, Consumer<Graphics2D> drawing) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(newDocument());
    context.setPrecision(PRECISION);
    context.setIDGenerator(new UniqueInPage(id));
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    drawing.accept(graphics);
    Element root = graphics.getRoot();
    removeEmptyDefinitions(root);
    root.setAttribute("viewBox", String.format(Locale.ROOT, "0 0 %d %d", width, height));
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", Labels.visible(description));
    graphics.dispose();
    return root;
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
          .createDocument(NAMESPACE, "svg", null);
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
