package dev.plenum.report;

import dev.plenum.api.ConfusionMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A confusion matrix: a row for each true class, a column for each predicted one. What is right is
 * blue and what is wrong red, the darker the larger its share of the row.
 */
public final class ConfusionPicture implements Picture {
  private static final int WIDEST_MATRIX = 840;
  private static final int LARGEST_CELL = 58;
  private static final int SMALLEST_CELL = 8;
  /** Smaller cells have no room for numbers, and rows none for names. */
  private static final int SMALLEST_CELL_WITH_NUMBER = 30;

  private static final int SMALLEST_CELL_WITH_NAME = 13;
  private static final int LONGEST_NAME = 130;
  private static final int MARGIN = 24;
  private static final int HEADER = 30;
  private static final int AXIS = 26;
  private static final int GAP = 8;

  private static final Color RIGHT = new Color(0x1a4fd0);
  private static final Color WRONG = new Color(0xd01a1a);
  private static final Color GRID = new Color(0xd8d8d8);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private final ConfusionMatrix matrix;
  private final List<String> classNames;
  private final String title;
  private final Font small;
  private final int cell;
  private final int nameWidth;
  private final int left;
  private final int top;

  private ConfusionPicture(String title, ConfusionMatrix matrix, List<String> classNames) {
    this.title = Labels.visible(title);
    this.matrix = matrix;
    this.classNames = classNames.stream().map(Labels::visible).toList();
    this.cell = Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, WIDEST_MATRIX / matrix.classes()));
    this.small = TEXT.deriveFont(Math.min(14f, Math.max(9f, cell * 0.38f)));
    FontMetrics metrics = Labels.metrics(small);
    this.nameWidth = cell < SMALLEST_CELL_WITH_NAME
        ? 0
        : Math.min(
            LONGEST_NAME,
            this.classNames.stream().mapToInt(metrics::stringWidth).max().orElse(0));
    this.left = MARGIN + AXIS + nameWidth + GAP;
    this.top = MARGIN + HEADER + AXIS + nameHeight(metrics) + GAP;
  }

  /**
   * {@return the picture of a matrix}
   *
   * @param title what was measured
   * @param matrix how often each class was taken for each
   * @param classNames one for each class
   */
  public static ConfusionPicture of(String title, ConfusionMatrix matrix, List<String> classNames) {
    return new ConfusionPicture(title, matrix, classNames);
  }

  private boolean isTurned() {
    return nameWidth > cell - 4;
  }

  private int nameHeight(FontMetrics metrics) {
    return isTurned() ? nameWidth : nameWidth == 0 ? 0 : metrics.getHeight();
  }

  @Override
  public BufferedImage image() {
    int side = cell * matrix.classes();
    int width = Math.max(left + side, MARGIN + Labels.metrics(TITLE).stringWidth(title)) + MARGIN;
    BufferedImage picture =
        new BufferedImage(width, top + side + MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, picture.getHeight());
      drawHeader(graphics, side);
      for (int c = 0; c < matrix.classes(); c++) {
        drawRow(graphics, c);
        drawNames(graphics, c);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private void drawHeader(Graphics2D graphics, int side) {
    graphics.setColor(Color.BLACK);
    graphics.setFont(TITLE);
    graphics.drawString(title, MARGIN, MARGIN + 14);
    graphics.setFont(TEXT);
    int middle = graphics.getFontMetrics().stringWidth("predicted") / 2;
    graphics.drawString("predicted", left + side / 2 - middle, MARGIN + HEADER + 14);
    drawTurned(
        graphics,
        "true",
        MARGIN + 14,
        top + side / 2 + graphics.getFontMetrics().stringWidth("true") / 2);
  }

  private void drawRow(Graphics2D graphics, int label) {
    graphics.setFont(small);
    FontMetrics metrics = graphics.getFontMetrics();
    int support = Math.max(1, matrix.support(label));
    int y = top + label * cell;
    for (int prediction = 0; prediction < matrix.classes(); prediction++) {
      int x = left + prediction * cell;
      int count = matrix.count(label, prediction);
      double share = (double) count / support;
      graphics.setColor(colour(label == prediction ? RIGHT : WRONG, share));
      graphics.fillRect(x, y, cell, cell);
      graphics.setColor(GRID);
      graphics.drawRect(x, y, cell, cell);
      if (count > 0 && cell >= SMALLEST_CELL_WITH_NUMBER) {
        String text = String.format(Locale.ROOT, "%,d", count);
        graphics.setColor(strength(share) > 0.55 ? Color.WHITE : Color.BLACK);
        graphics.drawString(
            text,
            x + (cell - metrics.stringWidth(text)) / 2,
            y + (cell + metrics.getAscent() - metrics.getDescent()) / 2);
      }
    }
  }

  /** White for nothing; a few mistakes among thousands can still be seen. */
  private static Color colour(Color full, double share) {
    double strength = strength(share);
    int[] parts = IntStream.of(full.getRed(), full.getGreen(), full.getBlue())
        .map(part -> (int) Math.round(255 - strength * (255 - part)))
        .toArray();
    return new Color(parts[0], parts[1], parts[2]);
  }

  private static double strength(double share) {
    return Math.sqrt(share);
  }

  private void drawNames(Graphics2D graphics, int c) {
    if (nameWidth == 0) {
      return;
    }
    graphics.setFont(small);
    graphics.setColor(Color.BLACK);
    FontMetrics metrics = graphics.getFontMetrics();
    String name = Labels.shorten(classNames.get(c), metrics, nameWidth);
    int width = metrics.stringWidth(name);
    int centred = (cell + metrics.getAscent() - metrics.getDescent()) / 2;
    graphics.drawString(name, left - GAP - width, top + c * cell + centred);
    if (isTurned()) {
      drawTurned(graphics, name, left + c * cell + centred, top - GAP);
    } else {
      graphics.drawString(name, left + c * cell + (cell - width) / 2, top - GAP);
    }
  }

  /** From bottom to top. */
  private static void drawTurned(Graphics2D graphics, String text, int x, int y) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    graphics.drawString(text, 0, 0);
    graphics.setTransform(before);
  }
}
