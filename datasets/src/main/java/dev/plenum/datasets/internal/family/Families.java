package dev.plenum.datasets.internal.family;

import dev.plenum.datasets.internal.family.Family.SystemPackage;
import dev.plenum.datasets.internal.idx.IdxKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The datasets that are known by name, with the digests of what their authors published. */
public final class Families {
  private static final int TRAIN_COUNT = 60_000;
  private static final int TEST_COUNT = 10_000;
  private static final int IMAGE_BYTES = 28 * 28;

  private Families() {}

  /** Handwritten digits, by Y. LeCun, C. Cortes and C. Burges. */
  public static Family mnist() {
    return new Family(
        "mnist",
        "MNIST",
        IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
        trainImages("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        trainLabels("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        testImages("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        testLabels("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        List.of(
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/")),
        Optional.empty());
  }

  /** Pictures of clothes, by H. Xiao, K. Rasul and R. Vollgraf. */
  public static Family fashionMnist() {
    return new Family(
        "fashion-mnist",
        "Fashion-MNIST",
        List.of(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot"),
        trainImages("c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        trainLabels("bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        testImages("5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        testLabels("0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
        List.of(
            URI.create("https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
            URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")),
        Optional.of(new SystemPackage(
            "dataset-fashion-mnist (Debian, Ubuntu)",
            Path.of("/usr/share/datasets/fashion-mnist"))));
  }

  private static PublishedFile trainImages(String sha256) {
    return images("train-images-idx3-ubyte", TRAIN_COUNT, sha256);
  }

  private static PublishedFile trainLabels(String sha256) {
    return labels("train-labels-idx1-ubyte", TRAIN_COUNT, sha256);
  }

  private static PublishedFile testImages(String sha256) {
    return images("t10k-images-idx3-ubyte", TEST_COUNT, sha256);
  }

  private static PublishedFile testLabels(String sha256) {
    return labels("t10k-labels-idx1-ubyte", TEST_COUNT, sha256);
  }

  private static PublishedFile images(String name, long count, String sha256) {
    return file(name, IdxKind.IMAGES, count * IMAGE_BYTES, sha256);
  }

  private static PublishedFile labels(String name, long count, String sha256) {
    return file(name, IdxKind.LABELS, count, sha256);
  }

  private static PublishedFile file(String name, IdxKind kind, long dataBytes, String sha256) {
    return new PublishedFile(name, kind, kind.headerBytes() + dataBytes, sha256);
  }
}
