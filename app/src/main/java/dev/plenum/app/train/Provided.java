package dev.plenum.app.train;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CallbackProvider;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.TransformProvider;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.NamedSettings;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        provider -> provider::make);
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
        provider -> provider::make);
  }

  private static <P, T> List<T> all(
      Settings settings,
      Key<List<NamedSettings>> key,
      List<P> providers,
      Function<P, String> naming,
      Function<P, Function<Map<String, String>, T>> making) {
    return settings.all(key).stream()
        .map(asked -> {
          P provider = providers.stream()
              .filter(one -> naming.apply(one).equals(asked.name()))
              .findFirst()
              .orElseThrow(() ->
                  unknown(settings, key, asked, providers.stream().map(naming).toList()));
          return make(settings, key, asked, making.apply(provider));
        })
        .toList();
  }

  private static <T> T make(
      Settings settings, Key<?> key, NamedSettings asked, Function<Map<String, String>, T> maker) {
    try {
      return maker.apply(asked.settings());
    } catch (IllegalArgumentException e) {
      throw settings.refuse(key, asked.name() + ": " + e.getMessage());
    }
  }

  private static UsageException unknown(
      Settings settings, Key<?> key, NamedSettings asked, List<String> names) {
    return settings.refuse(
        key,
        "nothing on the class path provides '%s'; found: %s"
            .formatted(
                asked.name(),
                names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "))));
  }
}
