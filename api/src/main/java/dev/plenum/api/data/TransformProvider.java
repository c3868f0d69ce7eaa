package dev.plenum.api.data;

import dev.plenum.api.service.Providers;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Makes a change of training images from settings: the service interface by which {@link ServiceLoader} finds those of
 * applications, so that a command line or a configuration file can name them.
 */
public interface TransformProvider {

  /** {@return what users call it; without commas, colons and equals signs} */
  String name();

  /**
   * Makes it.
   *
   * @param settings by name, as users wrote them; empty for the defaults
   * @return the change with these settings
   * @throws IllegalArgumentException if a setting is unknown or has a value out of range; the message
   *     lists what there is
   */
  ImageTransform make(Map<String, String> settings);

  /** {@return all that are found, where {@link Providers} looks} */
  static List<TransformProvider> all() {
    return Providers.all(
        TransformProvider.class,
        loader -> ServiceLoader.load(TransformProvider.class, loader),
        layer -> ServiceLoader.load(layer, TransformProvider.class));
  }
}
