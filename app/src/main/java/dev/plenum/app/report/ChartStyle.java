package dev.plenum.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What all charts of reports look like. */
public final class ChartStyle {
  /** Small, so that letters can be read where a narrow screen makes the chart still smaller. */
  public static final int WIDTH = 420;

  /** In pixels, like the width. */
  public static final int HEIGHT = 256;

  private static final Color NONE = new Color(0, 0, 0, 0);
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  /** Told apart without colours too. */
  private static final List<float[]> DASHES =
      List.of(new float[] {1, 0}, new float[] {7, 4}, new float[] {2, 4}, new float[] {9, 3, 2, 3});

  private static final List<Marker> MARKERS = List.of(
      SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.DIAMOND);

  private ChartStyle() {}

  /** Makes a chart quiet: no frame, no legend, faint lines behind the data. */
  public static void apply(AxesChartStyler styler) {
    styler
        .setPlotGridVerticalLinesVisible(false)
        .setPlotGridLinesColor(Ink.GRID)
        .setPlotGridLinesStroke(new BasicStroke(1))
        .setPlotTicksMarksVisible(false)
        .setAxisTickMarksColor(Ink.AXIS)
        .setAxisTickLabelsColor(Ink.TEXT)
        .setXAxisTickLabelsColor(Ink.TEXT)
        .setYAxisTickLabelsColor(Ink.TEXT)
        .setXAxisTickMarksColor(Ink.AXIS)
        .setYAxisTickMarksColor(Ink.AXIS)
        .setAxisTickLabelsFont(FONT)
        .setAxisTitleFont(FONT)
        .setAxisTicksMarksVisible(false)
        .setAxisTicksLineVisible(false)
        .setErrorBarsColor(Ink.STRONG)
        .setYAxisLabelAlignment(TextAlignment.Right)
        .setYAxisDecimalPattern("#,##0.####")
        .setPlotMargin(4);
    styler
        .setLocale(Locale.ROOT)
        .setChartBackgroundColor(NONE)
        .setPlotBackgroundColor(NONE)
        .setPlotBorderVisible(false)
        .setChartTitleVisible(false)
        .setLegendVisible(false)
        .setChartFontColor(Ink.TEXT)
        .setXAxisTitleColor(Ink.TEXT)
        .setYAxisTitleColor(Ink.TEXT)
        .setMarkerSize(8)
        .setChartPadding(4);
  }

  /** The line of a series, counted from 0. */
  public static BasicStroke stroke(int index) {
    float[] dashes = DASHES.get(index % DASHES.size());
    return index % DASHES.size() == 0
        ? new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  /** The points of a series, counted from 0. */
  public static Marker marker(int index) {
    return MARKERS.get(index % MARKERS.size());
  }
}
