package dev.plenum.app.picture;

import dev.plenum.api.History;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Accuracy over the epochs: training and validation as curves, the test's as a horizontal line, for
 * one network or several.
 */
public final class AccuracyPlot {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;
  private static final int TICK_SPACING = 60;
  private static final int MARKED_EPOCHS = 30;
  private static final double SMALLEST_SPAN = 0.01;

  private static final Color GRID = new Color(0xe4e4e4);
  private static final BasicStroke SOLID =
      new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 6}, 0);

  private final XYChart chart;
  private final int epochs;

  private AccuracyPlot(String title, int epochs) {
    this.chart = new XYChartBuilder()
        .width(WIDTH)
        .height(HEIGHT)
        .title(title)
        .xAxisTitle("epoch")
        .yAxisTitle("accuracy")
        .build();
    this.epochs = epochs;
  }

  /**
   * Draws one network's accuracy; the y axis covers what the values cover.
   *
   * @param title what was trained
   * @param history at least one epoch
   * @param testAccuracy in 0 … 1
   */
  public static BufferedImage draw(String title, History history, double testAccuracy) {
    AccuracyCurves curves = new AccuracyCurves("", history, testAccuracy);
    DoubleSummaryStatistics values = DoubleStream.concat(
            Arrays.stream(curves.training()),
            DoubleStream.concat(
                Arrays.stream(curves.validation().orElseGet(() -> new double[0])),
                DoubleStream.of(testAccuracy)))
        .summaryStatistics();
    double margin = 0.06 * Math.max(SMALLEST_SPAN, values.getMax() - values.getMin());
    return draw(
        title, List.of(curves), Math.max(0, values.getMin() - margin), values.getMax() + margin);
  }

  /**
   * Draws the accuracy of several networks over one another.
   *
   * @param title what was trained
   * @param networks at least one
   * @param lowest where the y axis begins
   * @param highest where the y axis ends
   */
  public static BufferedImage draw(
      String title, List<AccuracyCurves> networks, double lowest, double highest) {
    int epochs = networks.stream().mapToInt(AccuracyCurves::epochs).max().orElseThrow();
    AccuracyPlot plot = new AccuracyPlot(title, epochs);
    plot.style(lowest, highest);
    for (int i = 0; i < networks.size(); i++) {
      plot.add(networks.get(i), AccuracyColours.of(i, networks.size()));
    }
    return BitmapEncoder.getBufferedImage(plot.chart);
  }

  private void add(AccuracyCurves network, AccuracyColours colours) {
    String prefix = network.name().isEmpty() ? "" : network.name() + ", ";
    double test = network.testAccuracy();
    addCurve(prefix + "training", network.training(), colours.training());
    network
        .validation()
        .ifPresent(values -> addCurve(prefix + "validation", values, colours.validation()));
    addLine(String.format(Locale.ROOT, "%stest %.4f", prefix, test), test, colours.test());
  }

  private void addCurve(String name, double[] accuracy, Color colour) {
    double[] x = IntStream.rangeClosed(1, accuracy.length).asDoubleStream().toArray();
    XYSeries series = chart.addSeries(name, x, accuracy);
    series.setLineColor(colour).setLineStyle(SOLID);
    series.setMarkerColor(colour);
    series.setMarker(epochs <= MARKED_EPOCHS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
  }

  private void addLine(String name, double accuracy, Color colour) {
    double[] ends = {firstTick(), lastTick()};
    XYSeries series = chart.addSeries(name, ends, new double[] {accuracy, accuracy});
    series.setLineColor(colour).setLineStyle(DASHED);
    series.setMarker(SeriesMarkers.NONE);
  }

  /** One epoch alone stands in the middle. */
  private double firstTick() {
    return epochs == 1 ? 0 : 1;
  }

  private double lastTick() {
    return epochs == 1 ? 2 : epochs;
  }

  private void style(double lowest, double highest) {
    XYStyler styler = chart.getStyler();
    styler
        .setYAxisMin(lowest)
        .setYAxisMax(highest)
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
