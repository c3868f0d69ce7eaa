package dev.plenum.report.analysis;

import dev.plenum.experiment.analysis.Calibration;
import dev.plenum.experiment.analysis.Calibration.Bin;
import dev.plenum.report.Axis;
import dev.plenum.report.Dash;
import dev.plenum.report.Dot;
import dev.plenum.report.Ink;
import dev.plenum.report.LegendEntry;
import dev.plenum.report.LineChart;
import dev.plenum.report.LineStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reliability diagram: accuracy over confidence; on the diagonal, confidence can be trusted. */
final class ReliabilityChart {
  private static final List<Double> ENDS = List.of(0.0, 100.0);

  private ReliabilityChart() {}

  static LineChart of(Calibration plain, Optional<Calibration> calibrated) {
    LineStyle perfect = LineStyle.level(Ink.GREY, Dash.DASHED);
    LineStyle asItIs = LineStyle.line(Ink.BLUE, Dash.SOLID).withDots(Dot.CIRCLE);
    LineStyle scaled = LineStyle.line(Ink.ORANGE, Dash.DOTTED).withDots(Dot.DIAMOND);
    List<LineChart.Line> lines = new ArrayList<>();
    List<LegendEntry> legend = new ArrayList<>();
    lines.add(new LineChart.Line(perfect, ENDS, ENDS));
    lines.add(line(asItIs, plain));
    legend.add(new LegendEntry(asItIs, "as it is"));
    calibrated.ifPresent(after -> {
      lines.add(line(scaled, after));
      legend.add(new LegendEntry(scaled, "with temperature"));
    });
    legend.add(new LegendEntry(perfect, "perfect"));
    return new LineChart(
        "",
        new Axis("confidence in %", 0, 100),
        new Axis("accuracy in %", 0, 102),
        List.of(),
        lines,
        legend);
  }

  private static LineChart.Line line(LineStyle style, Calibration calibration) {
    List<Bin> bins = calibration.equalWidth();
    return new LineChart.Line(
        style,
        bins.stream().map(bin -> 100 * bin.confidence()).toList(),
        bins.stream().map(bin -> 100 * bin.accuracy()).toList());
  }
}
