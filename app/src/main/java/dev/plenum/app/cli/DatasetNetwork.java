package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Sequential;
import dev.plenum.app.config.Settings;
import dev.plenum.app.dataset.KnownDataset;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.datasets.DatasetSource;
import java.io.IOException;

/** The network that was asked for, for the images of the dataset that was. */
final class DatasetNetwork {
  private DatasetNetwork() {}

  /** Only a folder must be read to know the shape of its images and its classes. */
  static Sequential of(Settings settings, Injector injector) throws IOException {
    NetworkSource source = injector.getInstance(NetworkSource.class);
    DatasetSource dataset = injector.getInstance(DatasetSource.class);
    if (KnownDataset.named(settings.dataset()).isPresent()) {
      return source.network(KnownDataset.IMAGE_SHAPE, KnownDataset.CLASSES);
    }
    Dataset images = dataset.load().train();
    return source.network(images.imageShape(), images.classNames().size());
  }
}
