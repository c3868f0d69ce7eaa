package dev.plenum.experiment.cluster;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Groups;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A dataset as bytes, for the way to other machines; without the files that its images are from. */
public final class PackedImages {
  /** What an array can hold, with room for labels and names. */
  private static final long MAX_PIXELS = 2_000_000_000L;

  private PackedImages() {}

  /**
   * {@return all images of a dataset, as bytes}
   *
   * @param whole the dataset, with at most 2 GB of pixels
   * @throws IllegalArgumentException if they are more than 2 GB
   */
  public static byte[] of(TrainTest whole) {
    long images = (long) whole.train().size()
        + whole.validation().map(Dataset::size).orElse(0)
        + whole.test().size();
    long pixels = images * whole.train().imageShape().size();
    if (pixels > MAX_PIXELS) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the dataset '%s' has %,d bytes of pixels, and at most %,d can be sent to workers: have them read it themselves",
          whole.name(),
          pixels,
          MAX_PIXELS));
    }
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream((int) (pixels + images * Integer.BYTES));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(whole, out);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * {@return the dataset again}
   *
   * @param bytes what {@link #of} made of it
   * @throws IOException if the bytes are no dataset's
   */
  public static TrainTest read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String name = in.readUTF();
      String sha256 = in.readUTF();
      String preparation = in.readUTF();
      Shape shape = Shape.of(in.readInt(), in.readInt(), in.readInt());
      List<String> classNames = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        classNames.add(in.readUTF());
      }
      Dataset train = part(in, shape, classNames);
      Optional<Groups> groups = in.readBoolean()
          ? Optional.of(Groups.of(
              IntStream.of(numbers(in, train.size())).mapToObj(String::valueOf).toList()))
          : Optional.empty();
      Optional<Dataset> validation =
          in.readBoolean() ? Optional.of(part(in, shape, classNames)) : Optional.empty();
      Dataset test = part(in, shape, classNames);
      return new TrainTest(name, train, validation, test, sha256, List.of(), preparation, groups);
    }
  }

  private static void write(TrainTest whole, DataOutputStream out) throws IOException {
    Dataset train = whole.train();
    out.writeUTF(whole.name());
    out.writeUTF(whole.sha256());
    out.writeUTF(whole.preparation());
    out.writeInt(train.imageShape().height());
    out.writeInt(train.imageShape().width());
    out.writeInt(train.imageShape().channels());
    out.writeInt(train.classNames().size());
    for (String className : train.classNames()) {
      out.writeUTF(className);
    }
    write(train, out);
    out.writeBoolean(whole.groups().isPresent());
    if (whole.groups().isPresent()) {
      for (int i = 0; i < train.size(); i++) {
        out.writeInt(whole.groups().get().number(i));
      }
    }
    out.writeBoolean(whole.validation().isPresent());
    if (whole.validation().isPresent()) {
      write(whole.validation().get(), out);
    }
    write(whole.test(), out);
  }

  private static void write(Dataset part, DataOutputStream out) throws IOException {
    out.writeInt(part.size());
    for (int i = 0; i < part.size(); i++) {
      out.writeInt(part.label(i));
    }
    for (int i = 0; i < part.size(); i++) {
      out.write(part.image(i));
    }
  }

  private static Dataset part(DataInputStream in, Shape shape, List<String> classNames)
      throws IOException {
    int size = in.readInt();
    int[] labels = numbers(in, size);
    byte[] pixels = new byte[size * shape.size()];
    in.readFully(pixels);
    return new Dataset(shape, pixels, labels, classNames);
  }

  private static int[] numbers(DataInputStream in, int count) throws IOException {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }
}
