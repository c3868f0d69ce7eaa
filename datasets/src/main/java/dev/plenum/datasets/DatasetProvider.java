package dev.plenum.datasets;

import dev.plenum.api.service.Providers;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Makes the source of a dataset from settings: the service interface by which {@link ServiceLoader} finds those of
 * applications, so that a command line or a configuration file can name them.
 */
public interface DatasetProvider {

  /** {@return what users call it; without commas, colons and equals signs} */
  String name();

  /** {@return what the dataset shows, in a few words} */
  String description();

  /**
   * Makes it.
   *
   * @param settings by name, as users wrote them; empty for the defaults
   * @return where the dataset with these settings comes from
   * @throws IllegalArgumentException if a setting is unknown or has a value out of range; the message
   *     lists what there is
   */
  DatasetSource source(Map<String, String> settings);

  /** {@return all that are found, where {@link Providers} looks} */
  static List<DatasetProvider> all() {
    return Providers.all(
        DatasetProvider.class,
        loader -> ServiceLoader.load(DatasetProvider.class, loader),
        layer -> ServiceLoader.load(layer, DatasetProvider.class));
  }
}
