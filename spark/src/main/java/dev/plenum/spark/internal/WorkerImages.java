package dev.plenum.spark.internal;

import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.cluster.ClusterSettings;
import dev.plenum.experiment.cluster.ImageSource;
import dev.plenum.experiment.cluster.PackedImages;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * The images of all trainings on an executor: sent there once, or read there once, and checked by their
 * digest; then all its tasks share them.
 */
public final class WorkerImages implements Serializable {
  private static final long serialVersionUID = 1L;

  private static @Nullable TrainTest present;
  private static String presentSha256 = "";

  private final String pixelsSha256;
  private final @Nullable Broadcast<byte[]> sent;
  private final @Nullable ImageSource source;

  private WorkerImages(
      String pixelsSha256, @Nullable Broadcast<byte[]> sent, @Nullable ImageSource source) {
    this.pixelsSha256 = pixelsSha256;
    this.sent = sent;
    this.source = source;
  }

  /**
   * Those of a dataset, as the settings say.
   *
   * @throws IllegalArgumentException if they are to be sent, and are too many
   */
  public static WorkerImages of(
      JavaSparkContext context, ClusterSettings settings, TrainTest whole) {
    return settings
        .images()
        .map(source -> new WorkerImages(whole.pixelsSha256(), null, source))
        .orElseGet(() -> new WorkerImages(
            whole.pixelsSha256(), context.broadcast(PackedImages.of(whole)), null));
  }

  /**
   * The dataset.
   *
   * @throws IOException if it cannot be read here, or is another one
   */
  TrainTest get() throws IOException {
    synchronized (WorkerImages.class) {
      TrainTest known = present;
      if (known != null && presentSha256.equals(pixelsSha256)) {
        return known;
      }
      TrainTest loaded = load();
      if (!loaded.pixelsSha256().equals(pixelsSha256)) {
        throw new IOException(
            "the dataset '%s' has other images here: their digest is %s, where the trainings were started it is %s"
                .formatted(loaded.name(), loaded.pixelsSha256(), pixelsSha256));
      }
      present = loaded;
      presentSha256 = pixelsSha256;
      return loaded;
    }
  }

  private TrainTest load() throws IOException {
    if (source != null) {
      return source.load();
    }
    if (sent == null) {
      throw new IllegalStateException("images are either sent or read");
    }
    return PackedImages.read(sent.value());
  }

  /** Frees what was sent. */
  public void close() {
    if (sent != null) {
      sent.destroy();
    }
  }
}
