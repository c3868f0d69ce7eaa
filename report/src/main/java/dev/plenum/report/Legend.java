package dev.plenum.report;

import static dev.plenum.report.ChartStyle.MARGIN;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** What the lines of a chart mean: below the plot, where it hides nothing, in as many rows as needed. */
final class Legend {
  private static final int ROW = 19;
  private static final int SAMPLE = 30;
  private static final int GAP = 6;
  private static final int BETWEEN = 18;

  private final List<LegendEntry> entries;

  Legend(List<LegendEntry> entries) {
    this.entries = entries;
  }

  int height() {
    return entries.isEmpty() ? 0 : rows().size() * ROW + MARGIN;
  }

  void paint(Graphics2D graphics, Palette palette, int top) {
    graphics.setFont(ChartStyle.FONT);
    int y = top + ROW / 2;
    for (List<LegendEntry> row : rows()) {
      int x = MARGIN;
      for (LegendEntry entry : row) {
        paint(graphics, palette, entry, x, y);
        x += width(entry) + BETWEEN;
      }
      y += ROW;
    }
  }

  private static void paint(Graphics2D graphics, Palette palette, LegendEntry entry, int x, int y) {
    LineStyle style = entry.style();
    style.dash().ifPresent(dash -> {
      graphics.setColor(palette.of(style.ink()));
      graphics.setStroke(dash.stroke(style.width()));
      graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
    });
    graphics.setColor(palette.of(style.dotInk()));
    style.dot().paint(graphics, x + SAMPLE / 2.0, y);
    graphics.setColor(palette.of(Ink.TEXT));
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.drawString(
        shortened(entry, metrics),
        x + SAMPLE + GAP,
        y + (metrics.getAscent() - metrics.getDescent()) / 2);
  }

  private List<List<LegendEntry>> rows() {
    List<List<LegendEntry>> rows = new ArrayList<>();
    int x = Integer.MAX_VALUE / 2;
    for (LegendEntry entry : entries) {
      int width = width(entry);
      if (x + width > ChartStyle.WIDTH - MARGIN) {
        rows.add(new ArrayList<>());
        x = MARGIN;
      }
      rows.get(rows.size() - 1).add(entry);
      x += width + BETWEEN;
    }
    return rows;
  }

  private static int width(LegendEntry entry) {
    FontMetrics metrics = Labels.metrics(ChartStyle.FONT);
    return SAMPLE + GAP + metrics.stringWidth(shortened(entry, metrics));
  }

  private static String shortened(LegendEntry entry, FontMetrics metrics) {
    return Labels.shorten(entry.text(), metrics, ChartStyle.WIDTH - 2 * MARGIN - SAMPLE - GAP);
  }
}
