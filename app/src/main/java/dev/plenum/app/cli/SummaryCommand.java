package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Sequential;
import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.dataset.KnownDataset;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.DatasetSource;
import java.io.IOException;
import java.util.List;

/** {@code plenum summary}. */
final class SummaryCommand implements Command {
  private final Host host;

  SummaryCommand(Host host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public String description() {
    return "Shows a network's layers, shapes and parameters for the images of a dataset.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.NETWORK, Key.DATASET, Key.IMAGE_SIZE, Key.VERBOSE);
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Injector injector = Wiring.injector(host, settings);
    NetworkSource source = injector.getInstance(NetworkSource.class);
    host.out().print(network(source, settings, injector).summary());
    return ExitCode.SUCCESS;
  }

  /** Only a folder must be read to know the shape of its images and its classes. */
  private static Sequential network(NetworkSource source, Settings settings, Injector injector)
      throws IOException {
    DatasetSource dataset = injector.getInstance(DatasetSource.class);
    if (KnownDataset.named(settings.dataset()).isPresent()) {
      return source.network(KnownDataset.IMAGE_SHAPE, KnownDataset.CLASSES);
    }
    Dataset images = dataset.load().train();
    return source.network(images.imageShape(), images.classNames().size());
  }
}
