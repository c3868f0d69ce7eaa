package dev.plenum.app.picture;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/**
 * The images that were classified wrongly, in five columns: under each its true label in blue and
 * the prediction in red.
 */
public final class MisclassifiedGallery {
  /** More would make a picture that no viewer likes. */
  private static final int MOST_IMAGES = 100;

  private static final int COLUMNS = 5;
  private static final int GAP = 18;
  private static final int MARGIN = 24;
  private static final int SMALLEST_CELL = 112;
  private static final int LINE = 18;
  private static final int HEADER = 62;

  private static final Color TRUE_LABEL = new Color(0x1a4fd0);
  private static final Color PREDICTION = new Color(0xd01a1a);
  private static final Color FRAME = new Color(0xd8d8d8);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private final Dataset test;
  private final Evaluation evaluation;
  private final List<Integer> shown;
  private final Thumbnails thumbnails;
  private final int cellWidth;
  private final int cellHeight;

  private MisclassifiedGallery(Dataset test, Evaluation evaluation) {
    this.test = test;
    this.evaluation = evaluation;
    this.shown = evaluation.misclassified().stream().limit(MOST_IMAGES).toList();
    this.thumbnails = new Thumbnails(test.imageShape());
    this.cellWidth = Math.max(SMALLEST_CELL, thumbnails.width());
    this.cellHeight = thumbnails.height() + 2 * LINE + 6;
  }

  /** Draws what a classifier got wrong of these images. */
  public static BufferedImage draw(Dataset test, Evaluation evaluation) {
    return new MisclassifiedGallery(test, evaluation).draw();
  }

  private BufferedImage draw() {
    int rows = (shown.size() + COLUMNS - 1) / COLUMNS;
    int width = 2 * MARGIN + COLUMNS * cellWidth + (COLUMNS - 1) * GAP;
    int height = MARGIN + HEADER + rows * (cellHeight + GAP) + (rows == 0 ? MARGIN : 0);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      drawHeader(graphics);
      for (int i = 0; i < shown.size(); i++) {
        int x = MARGIN + i % COLUMNS * (cellWidth + GAP);
        int y = MARGIN + HEADER + i / COLUMNS * (cellHeight + GAP);
        drawCell(graphics, shown.get(i), x, y);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private void drawHeader(Graphics2D graphics) {
    graphics.setFont(TITLE);
    graphics.setColor(Color.BLACK);
    graphics.drawString(title(), MARGIN, MARGIN + 14);
    graphics.setFont(TEXT);
    if (shown.isEmpty()) {
      graphics.drawString("There is nothing to show.", MARGIN, MARGIN + 38);
      return;
    }
    String legend = "true label";
    graphics.setColor(TRUE_LABEL);
    graphics.drawString(legend, MARGIN, MARGIN + 38);
    graphics.setColor(PREDICTION);
    graphics.drawString(
        "prediction", MARGIN + graphics.getFontMetrics().stringWidth(legend) + GAP, MARGIN + 38);
  }

  private String title() {
    int wrong = evaluation.misclassified().size();
    String all = wrong == 0
        ? String.format(Locale.ROOT, "None of %,d test images misclassified", test.size())
        : String.format(Locale.ROOT, "%,d of %,d test images misclassified", wrong, test.size());
    return wrong > MOST_IMAGES ? all + ", the first " + MOST_IMAGES + " shown" : all;
  }

  private void drawCell(Graphics2D graphics, int index, int x, int y) {
    int left = x + (cellWidth - thumbnails.width()) / 2;
    thumbnails.draw(graphics, test.image(index), left, y);
    graphics.setColor(FRAME);
    graphics.drawRect(left - 1, y - 1, thumbnails.width() + 1, thumbnails.height() + 1);
    drawLabel(graphics, test.label(index), TRUE_LABEL, x, y + thumbnails.height() + LINE);
    drawLabel(
        graphics, evaluation.prediction(index), PREDICTION, x, y + thumbnails.height() + 2 * LINE);
  }

  private void drawLabel(Graphics2D graphics, int label, Color colour, int x, int baseline) {
    FontMetrics metrics = graphics.getFontMetrics(TEXT);
    String text = Labels.shorten(test.classNames().get(label), metrics, cellWidth);
    graphics.setFont(TEXT);
    graphics.setColor(colour);
    graphics.drawString(text, x + (cellWidth - metrics.stringWidth(text)) / 2, baseline);
  }
}
