package dev.plenum.app.dataset;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.progress.Progress;
import dev.plenum.datasets.DatasetSearch;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.IdxFamily;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.PixelStorage;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Finds the dataset that was asked for.
 *
 * @param settings what was asked for
 * @param host where relative paths start, and downloads are shown
 */
public record DatasetSources(Settings settings, Host host) {

  /**
   * The dataset of the settings with pictures as a model takes them.
   *
   * @throws dev.plenum.app.config.UsageException if there is no such dataset or folder
   */
  public DatasetSource configuredFor(ModelInputs model) {
    return named(settings.get(Keys.DATASET), Optional.of(model));
  }

  /**
   * The dataset of a name or path.
   *
   * @throws dev.plenum.app.config.UsageException if there is none
   */
  public DatasetSource named(String name) {
    return named(name, Optional.empty());
  }

  /** The files of a dataset that has some, looked for where the settings say; downloads are shown. */
  public IdxFamily withDataDir(IdxFamily family) {
    IdxFamily shown = family.progress(new Progress(host).downloads());
    return settings.find(Keys.DATA_DIR).map(shown::dataDir).orElse(shown);
  }

  private DatasetSource named(String name, Optional<ModelInputs> model) {
    DatasetSource found = find(name);
    return found instanceof ImageFolder folder ? prepared(folder, model) : shown(found, name);
  }

  private DatasetSource find(String name) {
    try {
      return DatasetSearch.find(name, host.workingDirectory());
    } catch (NoSuchElementException e) {
      String elsewhere = settings.isOption(Keys.DATASET)
          ? ""
          : ". If it lies elsewhere now, say where with " + Keys.DATASET.option();
      throw settings.refuse(Keys.DATASET, e.getMessage() + elsewhere);
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Keys.DATASET, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a model wants it, else as the settings say; to the size of the settings if they say one. */
  private ImageFolder prepared(ImageFolder folder, Optional<ModelInputs> model) {
    ImageFolder grouped = settings.make(
        Keys.GROUPS, () -> settings.find(Keys.GROUPS).map(folder::groups).orElse(folder));
    ImageFolder kept = grouped.storage(settings.find(Keys.PIXELS).orElseGet(PixelStorage::auto));
    if (settings.has(Keys.INVERT)) {
      model.ifPresent(inputs -> settings.check(Keys.INVERT, inputs::requireInvertible));
    }
    ImageFolder asWanted = model
        .map(inputs -> inputs.of(kept))
        .or(() -> settings.find(Keys.PREPARE).map(kept::preparation))
        .orElse(kept);
    return settings
        .find(Keys.IMAGE_SIZE)
        .map(size -> asWanted.imageSize(size.height(), size.width()))
        .orElse(asWanted);
  }

  private DatasetSource shown(DatasetSource source, String name) {
    for (Key<?> key : List.of(Keys.IMAGE_SIZE, Keys.PREPARE, Keys.GROUPS, Keys.PIXELS)) {
      if (key.equals(Keys.PIXELS) ? settings.isOption(key) : settings.find(key).isPresent()) {
        String only =
            "only images that are files can be scaled, grouped by their paths or kept in a file, not those of '%s'";
        throw settings.refuse(key, only.formatted(name));
      }
    }
    return source instanceof IdxFamily family ? withDataDir(family) : source;
  }
}
