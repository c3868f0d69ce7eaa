import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What draw-curve starts. */
final class DrawCurve {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 480;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 20;
  private static final int BOTTOM = 60;
  private static final double FIRST_SECOND = 0.5;
  private static final double LAST_SECOND = 100_000;
  private static final double MOST_WRONG = 1.2;
  private static final double LEAST_WRONG = 0.15;

  private DrawCurve() {}

  /**
   * One line of the table.
   *
   * @param seconds from start to end
   * @param accuracy on the test images
   * @param words where they stand: {@code above}, {@code below} or {@code far below} its dot, {@code left} or {@code right}
   */
  private record Point(String who, boolean ours, double seconds, double accuracy, String words) {
    static Point of(String line) {
      String[] cells = line.split(";", -1);
      if (cells.length != 6) {
        throw new IllegalArgumentException("6 columns are needed, found: " + line);
      }
      return new Point(
          cells[0] + ", " + cells[4],
          cells[1].equals("ours"),
          Double.parseDouble(cells[2]),
          Double.parseDouble(cells[3]),
          cells[5]);
    }

    double x() {
      return across(seconds);
    }

    double y() {
      return up(100 * (1 - accuracy));
    }
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("draw-curve TABLE.csv PICTURE.svg");
    }
    List<Point> points = Files.readAllLines(Path.of(args[0])).stream()
        .skip(1)
        .map(Point::of)
        .collect(Collectors.toList());
    Files.writeString(Path.of(args[1]), picture(points));
  }

  private static String picture(List<Point> points) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        WIDTH, HEIGHT, WIDTH, HEIGHT));
    lines.add("<title>Accuracy on MNIST's test images against the time of training</title>");
    lines.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
    for (double wrong : new double[] {1, 0.5, 0.3, 0.25, 0.2}) {
      lines.add(line(LEFT, up(wrong), WIDTH - RIGHT, up(wrong)));
      lines.add(text(LEFT - 8, up(wrong) + 4, "end", "#444", String.format(Locale.ROOT, "%.2f %%", 100 - wrong)));
    }
    String[] names = {"1 s", "10 s", "1 min", "10 min", "1 h", "10 h"};
    double[] seconds = {1, 10, 60, 600, 3600, 36_000};
    for (int i = 0; i < names.length; i++) {
      lines.add(line(across(seconds[i]), TOP, across(seconds[i]), HEIGHT - BOTTOM));
      lines.add(text(across(seconds[i]), HEIGHT - BOTTOM + 20, "middle", "#444", names[i]));
    }
    lines.add(text(
        (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 15, "middle", "#444", "time from start to end"));
    for (Point point : points) {
      String colour = point.ours() ? "#0b62a3" : "#b3541e";
      lines.add(String.format(
          Locale.ROOT,
          point.ours()
              ? "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\"/>"
              : "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\" fill=\"white\" stroke=\"%s\" stroke-width=\"2\"/>",
          point.x(), point.y(), colour));
      boolean left = point.words().endsWith("left");
      lines.add(text(
          point.x() + (left ? -9 : 9),
          point.y() + offset(point.words()),
          left ? "end" : "start",
          colour,
          point.who()));
    }
    lines.add("</svg>");
    return String.join("\n", lines) + "\n";
  }

  private static double across(double seconds) {
    double share = Math.log(seconds / FIRST_SECOND) / Math.log(LAST_SECOND / FIRST_SECOND);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private static double up(double wrongPercent) {
    double share = Math.log(MOST_WRONG / wrongPercent) / Math.log(MOST_WRONG / LEAST_WRONG);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#ddd\"/>", x1, y1, x2, y2);
  }

  private static int offset(String words) {
    if (words.startsWith("above")) {
      return -8;
    }
    return words.startsWith("far") ? 33 : 17;
  }

  private static String text(double x, double y, String anchor, String colour, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        x, y, anchor, colour, words.replace("&", "&amp;").replace("<", "&lt;"));
  }
}
