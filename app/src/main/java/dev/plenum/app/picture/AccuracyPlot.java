package dev.plenum.app.picture;

import dev.plenum.api.History;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Accuracy over the epochs: training and validation as curves, the test's as a horizontal line. The
 * y axis covers what the values cover.
 */
public final class AccuracyPlot {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;
  private static final int TICK_SPACING = 60;
  private static final int MARKED_EPOCHS = 30;
  private static final double SMALLEST_SPAN = 0.01;

  private static final String TRAINING = "accuracy";
  private static final String VALIDATION = "val_accuracy";

  private static final Color BLUE = new Color(0x1f77b4);
  private static final Color ORANGE = new Color(0xff7f0e);
  private static final Color GREEN = new Color(0x2ca02c);
  private static final Color GRID = new Color(0xe4e4e4);
  private static final BasicStroke SOLID =
      new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 6}, 0);

  private final XYChart chart;
  private final double[] epochs;

  private AccuracyPlot(String title, int epochs) {
    this.chart = new XYChartBuilder()
        .width(WIDTH)
        .height(HEIGHT)
        .title(title)
        .xAxisTitle("epoch")
        .yAxisTitle("accuracy")
        .build();
    this.epochs = IntStream.rangeClosed(1, epochs).asDoubleStream().toArray();
  }

  /**
   * Draws it.
   *
   * @param title what was trained
   * @param history at least one epoch
   * @param testAccuracy in 0 … 1
   */
  public static BufferedImage draw(String title, History history, double testAccuracy) {
    boolean validated = history.epochs().get(0).metrics().containsKey(VALIDATION);
    double[] training = values(history, TRAINING);
    double[] validation = validated ? values(history, VALIDATION) : new double[0];

    AccuracyPlot plot = new AccuracyPlot(title, training.length);
    plot.style(Stream.of(training, validation, new double[] {testAccuracy})
        .flatMapToDouble(Arrays::stream)
        .summaryStatistics());
    plot.addCurve("training", training, BLUE);
    if (validated) {
      plot.addCurve("validation", validation, ORANGE);
    }
    plot.addLine(String.format(Locale.ROOT, "test %.4f", testAccuracy), testAccuracy, GREEN);
    return BitmapEncoder.getBufferedImage(plot.chart);
  }

  private static double[] values(History history, String metric) {
    return history.values(metric).stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void addCurve(String name, double[] accuracy, Color colour) {
    XYSeries series = chart.addSeries(name, epochs, accuracy);
    series.setLineColor(colour).setLineStyle(SOLID);
    series.setMarkerColor(colour);
    series.setMarker(epochs.length <= MARKED_EPOCHS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
  }

  private void addLine(String name, double accuracy, Color colour) {
    double[] ends = {firstTick(), lastTick()};
    XYSeries series = chart.addSeries(name, ends, new double[] {accuracy, accuracy});
    series.setLineColor(colour).setLineStyle(DASHED);
    series.setMarker(SeriesMarkers.NONE);
  }

  /** One epoch alone stands in the middle. */
  private double firstTick() {
    return epochs.length == 1 ? 0 : 1;
  }

  private double lastTick() {
    return epochs.length == 1 ? 2 : epochs.length;
  }

  private void style(DoubleSummaryStatistics accuracies) {
    double margin = 0.06 * Math.max(SMALLEST_SPAN, accuracies.getMax() - accuracies.getMin());
    XYStyler styler = chart.getStyler();
    styler
        .setYAxisMin(Math.max(0, accuracies.getMin() - margin))
        .setYAxisMax(accuracies.getMax() + margin)
        .setXAxisMin(firstTick())
        .setXAxisMax(lastTick())
        .setXAxisDecimalPattern("0")
        .setYAxisDecimalPattern("0.00##")
        .setXAxisTickMarkSpacingHint(
            (int) Math.max(TICK_SPACING, 0.8 * WIDTH / (lastTick() - firstTick())))
        .setPlotGridLinesColor(GRID)
        .setAxisTitleFont(font(Font.PLAIN, 15))
        .setAxisTickLabelsFont(font(Font.PLAIN, 13));
    styler
        .setLocale(Locale.ROOT)
        .setChartBackgroundColor(Color.WHITE)
        .setChartTitleFont(font(Font.BOLD, 17))
        .setPlotBorderColor(Color.LIGHT_GRAY)
        .setLegendPosition(LegendPosition.InsideSE)
        .setLegendFont(font(Font.PLAIN, 14))
        .setLegendBorderColor(Color.LIGHT_GRAY)
        .setMarkerSize(7)
        .setChartPadding(16);
  }

  private static Font font(int weight, int size) {
    return new Font(Font.SANS_SERIF, weight, size);
  }
}
