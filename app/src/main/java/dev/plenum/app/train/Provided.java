package dev.plenum.app.train;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CallbackProvider;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.TransformProvider;
import dev.plenum.api.service.NamedSettings;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What users' own jars provide and settings name. */
final class Provided {
  private Provided() {}

  /**
   * The callbacks, in the order given.
   *
   * @throws UsageException if one is not found, or refuses its settings
   */
  static List<Callback> callbacks(Settings settings) {
    return all(
        settings,
        Keys.CALLBACKS,
        CallbackProvider.all(),
        CallbackProvider::name,
        CallbackProvider::make);
  }

  /**
   * The changes of training images, in the order given.
   *
   * @throws UsageException if one is not found, or refuses its settings
   */
  static List<ImageTransform> transforms(Settings settings) {
    return all(
        settings,
        Keys.TRANSFORM,
        TransformProvider.all(),
        TransformProvider::name,
        TransformProvider::make);
  }

  private static <P, T> List<T> all(
      Settings settings,
      Key<List<NamedSettings>> key,
      List<P> providers,
      Function<P, String> naming,
      BiFunction<P, Map<String, String>, T> making) {
    try {
      return settings.all(key).stream()
          .map(asked -> asked.make(providers, naming, making))
          .toList();
    } catch (IllegalArgumentException e) {
      throw settings.refuse(key, e);
    }
  }
}
