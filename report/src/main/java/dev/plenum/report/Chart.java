package dev.plenum.report;

import dev.plenum.persistence.AtomicFiles;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A chart: as pixels, as a file, or as a part of a page. It is drawn by the same code each time, so
 * that all of them show the same.
 */
public abstract class Chart implements Picture {
  private static final int PIXELS = 2;
  private static final int TITLE_LINE = 19;
  private static final int MARGIN = 10;

  Chart() {}

  /** What stands above it; may be empty. */
  abstract String title();

  /** Without the title, as the width. */
  abstract int height();

  /** Draws all but the title, from (0, 0) to the width of {@link ChartStyle} and the height. */
  abstract void paint(Graphics2D graphics, Palette palette);

  /** The chart with its title on white, two pixels for each of its units of length. */
  @Override
  public final BufferedImage image() {
    List<String> title = titleLines();
    BufferedImage image = new BufferedImage(
        PIXELS * ChartStyle.WIDTH, PIXELS * heightBelow(title), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.scale(PIXELS, PIXELS);
      paintOnPaper(graphics, title);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** {@return the chart with its title on white, as the content of an SVG file} */
  public final String svg() {
    List<String> title = titleLines();
    return Svg.file(
        ChartStyle.WIDTH, heightBelow(title), title(), graphics -> paintOnPaper(graphics, title));
  }

  /**
   * {@return the chart as an element of an HTML page, without its title and with nothing behind it} Its
   * colours are the variables that {@link Ink#styleSheet} defines for light and dark pages.
   *
   * @param id unique in the page; letters, digits and hyphens
   * @param description what it shows, for those who cannot see it
   */
  public final String svgElement(String id, String description) {
    String svg = Svg.element(
        id, ChartStyle.WIDTH, height(), description, graphics -> paint(graphics, Palette.PAGE));
    return Palette.resolve(svg);
  }

  /**
   * Writes an SVG file, atomically; one that is there is replaced.
   *
   * @param file lies in a folder that exists
   * @throws IOException if it cannot be written, see {@link AtomicFiles}
   */
  public final void writeSvg(Path file) throws IOException {
    AtomicFiles.write(file, svg());
  }

  private List<String> titleLines() {
    return title().isEmpty()
        ? List.of()
        : Labels.wrap(
            title(), Labels.metrics(ChartStyle.TITLE_FONT), ChartStyle.WIDTH - 2 * MARGIN);
  }

  private int heightBelow(List<String> title) {
    return height() + (title.isEmpty() ? 0 : TITLE_LINE * title.size() + MARGIN);
  }

  private void paintOnPaper(Graphics2D graphics, List<String> title) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, ChartStyle.WIDTH, heightBelow(title));
    graphics.setColor(Palette.PAPER.of(Ink.STRONG));
    graphics.setFont(ChartStyle.TITLE_FONT);
    FontMetrics metrics = graphics.getFontMetrics();
    for (int i = 0; i < title.size(); i++) {
      int x = (ChartStyle.WIDTH - metrics.stringWidth(title.get(i))) / 2;
      graphics.drawString(title.get(i), x, (i + 1) * TITLE_LINE + 2);
    }
    graphics.translate(0, heightBelow(title) - height());
    paint(graphics, Palette.PAPER);
  }
}
