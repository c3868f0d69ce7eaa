package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.network.NetworkFile;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.NamedDataset;
import dev.plenum.experiment.NetworkSource;
import java.io.IOException;
import java.util.Optional;

/**
 * The network that was asked for, outside of a training.
 *
 * @param injector of what the settings choose
 */
record DatasetNetwork(Host host, Settings settings, Injector injector) {

  /**
   * As it stands, if it says which images it takes; else for the images of the dataset or of the size
   * that was chosen, else for the usual ones. A dataset that was named must fit.
   */
  Network get() throws IOException {
    NetworkSource source = injector.getInstance(NetworkSource.class);
    Optional<Network> own = source.own();
    if (own.isPresent() && !settings.isOption(Keys.DATASET)) {
      requireSize(own.get());
      return own.get();
    }
    return settings.isChosen(Keys.DATASET) ? forDataset(source) : forSize(source);
  }

  private void requireSize(Network network) {
    if (settings.isOption(Keys.IMAGE_SIZE)
        && !settings.find(Keys.IMAGE_SIZE).orElseThrow().isOf(network.input())) {
      throw settings.refuse(
          Keys.IMAGE_SIZE, "the network's file says that it takes " + network.input());
    }
  }

  /** Only a folder must be read to know the shape of its images and its classes. */
  private Network forDataset(NetworkSource source) throws IOException {
    DatasetSource dataset = injector.getInstance(DatasetSource.class);
    if (NamedDataset.named(settings.get(Keys.DATASET)).isPresent()) {
      return source.network(NamedDataset.IMAGE_SHAPE, NamedDataset.CLASSES);
    }
    Dataset images = dataset.load().train();
    return source.network(images.imageShape(), images.classNames().size());
  }

  private Network forSize(NetworkSource source) {
    Shape images = settings
        .find(Keys.IMAGE_SIZE)
        .map(size -> Shape.of(size.height(), size.width(), NamedDataset.IMAGE_SHAPE.channels()))
        .orElse(NamedDataset.IMAGE_SHAPE);
    Network network = source.forImages(images, NamedDataset.CLASSES);
    if (settings.find(Keys.IMAGE_SIZE).isEmpty() && source instanceof NetworkFile) {
      host.err()
          .println(
              "The network's file has no input_shape; this is for images of shape %s. %s or %s gives others."
                  .formatted(images, Keys.IMAGE_SIZE.option(), Keys.DATASET.option()));
    }
    return network;
  }
}
