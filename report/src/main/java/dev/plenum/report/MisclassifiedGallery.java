package dev.plenum.report;

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
 * The images that were classified wrongly, the first hundred of them: under each its true label in
 * blue and the prediction in red. There are as many columns as make the picture about as wide as
 * high.
 */
public final class MisclassifiedGallery implements Picture {
  /** More would make a picture that no viewer likes. */
  private static final int MOST_IMAGES = 100;

  private static final int FEWEST_COLUMNS = 5;
  private static final int WIDEST = 1360;
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

  /**
   * {@return what a classifier got wrong of these images}
   *
   * @param test the images, with their true classes
   * @param evaluation what the classifier made of them
   */
  public static MisclassifiedGallery of(Dataset test, Evaluation evaluation) {
    return new MisclassifiedGallery(test, evaluation);
  }

  /**
   * An image that was classified wrongly.
   *
   * @param image its pixels
   * @param label its true class
   * @param prediction the class that it was taken for
   */
  public record Mistake(Picture image, String label, String prediction) {}

  /** {@return what the picture shows, for whoever arranges it anew} */
  public List<Mistake> mistakes() {
    return shown.stream()
        .map(index -> new Mistake(
            thumbnails.picture(test.image(index)),
            name(test.label(index)),
            name(evaluation.prediction(index))))
        .toList();
  }

  /** {@return how many there are, and how many of them are shown} */
  public String title() {
    int wrong = evaluation.misclassified().size();
    String all = wrong == 0
        ? String.format(Locale.ROOT, "None of %,d test images misclassified", test.size())
        : String.format(Locale.ROOT, "%,d of %,d test images misclassified", wrong, test.size());
    return wrong > MOST_IMAGES ? all + ", the first " + MOST_IMAGES + " shown" : all;
  }

  private int columns() {
    int square = (int) Math.ceil(Math.sqrt(shown.size()));
    int widest = Math.max(1, WIDEST / (cellWidth + GAP));
    return Math.max(1, Math.min(Math.min(shown.size(), widest), Math.max(FEWEST_COLUMNS, square)));
  }

  @Override
  public BufferedImage image() {
    int columns = columns();
    int rows = (shown.size() + columns - 1) / columns;
    int content = columns * cellWidth + (columns - 1) * GAP;
    int width = 2 * MARGIN + Math.max(content, Labels.metrics(TITLE).stringWidth(title()));
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
        int x = MARGIN + i % columns * (cellWidth + GAP);
        int y = MARGIN + HEADER + i / columns * (cellHeight + GAP);
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
    String text = Labels.shorten(name(label), metrics, cellWidth);
    graphics.setFont(TEXT);
    graphics.setColor(colour);
    graphics.drawString(text, x + (cellWidth - metrics.stringWidth(text)) / 2, baseline);
  }

  private String name(int label) {
    return Labels.visible(test.classNames().get(label));
  }
}
