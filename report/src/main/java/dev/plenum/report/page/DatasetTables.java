package dev.plenum.report.page;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetProvider;
import dev.plenum.datasets.NamedDataset;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a dataset holds, as rows of tables. */
public final class DatasetTables {
  private DatasetTables() {}

  /**
   * {@return the datasets and formats that can be asked for}
   *
   * @param place where one that is known by name is
   */
  public static TextTable known(Function<NamedDataset, String> place) {
    TextTable table = new TextTable(Integer.MAX_VALUE);
    table.add(List.of("NAME", "WHAT", "WHERE"));
    for (NamedDataset dataset : NamedDataset.values()) {
      table.add(List.of(dataset.displayName(), dataset.description(), place.apply(dataset)));
    }
    DatasetProvider.all()
        .forEach(provider -> table.add(
            List.of(provider.name(), provider.description(), provider.getClass().getName())));
    DatasetFormat.all()
        .forEach(format -> table.add(List.of("PATH", format.description(), "anywhere")));
    return table;
  }

  /**
   * Prints what a dataset holds, see {@link #summary} and {@link #counts}.
   *
   * @param form in what form it is stored, in a few words
   * @param data the dataset with all its parts
   * @param out gets it, line by line; is not closed
   */
  public static void print(String form, TrainTest data, PrintStream out) {
    TextTable summary = new TextTable(Integer.MAX_VALUE);
    summary(form, data).forEach(summary::add);
    summary.print(out);
    out.println();
    TextTable counts = new TextTable(1);
    counts(data).forEach(counts::add);
    counts.print(out);
  }

  /**
   * {@return name, form, shape of the images, number of classes and digests, each with what it is}
   *
   * @param form in what form it is stored, in a few words
   * @param data the dataset with all its parts
   */
  public static List<List<String>> summary(String form, TrainTest data) {
    return List.of(
        List.of("dataset", data.name()),
        List.of("form", form),
        List.of("images", data.train().imageShape() + " (height, width, channels)"),
        List.of("classes", String.valueOf(data.train().classNames().size())),
        List.of("SHA-256 as stored", data.sha256()),
        List.of("SHA-256 of pixels", data.pixelsSha256()));
  }

  /**
   * {@return how many images of each class each part has: a header, a row for each class, and the sums}
   *
   * @param data the dataset; validation images have a column only if there are any
   */
  public static List<List<String>> counts(TrainTest data) {
    Map<String, Dataset> parts = new LinkedHashMap<>();
    parts.put("train", data.train());
    data.validation().ifPresent(images -> parts.put("validation", images));
    parts.put("test", data.test());
    List<String> classNames = data.train().classNames();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(
        "CLASS",
        parts.keySet().stream().map(part -> part.toUpperCase(Locale.ROOT)).toList()));
    List<int[]> counts =
        parts.values().stream().map(part -> counts(part, classNames.size())).toList();
    for (int i = 0; i < classNames.size(); i++) {
      int label = i;
      rows.add(
          row(classNames.get(i), counts.stream().map(of -> number(of[label])).toList()));
    }
    rows.add(row("all", parts.values().stream().map(part -> number(part.size())).toList()));
    return rows;
  }

  private static int[] counts(Dataset images, int classes) {
    int[] counts = new int[classes];
    IntStream.range(0, images.size()).forEach(i -> counts[images.label(i)]++);
    return counts;
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static List<String> row(String first, List<String> others) {
    List<String> row = new ArrayList<>(List.of(first));
    row.addAll(others);
    return row;
  }
}
