package dev.plenum.app.toy;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.DatasetProvider;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.Datasets;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** A third party's dataset: the first of the digits. */
public final class FirstDigits implements DatasetProvider {
  @Override
  public String name() {
    return "first-digits";
  }

  @Override
  public String description() {
    return "a few digits for tests";
  }

  @Override
  public DatasetSource source(Map<String, String> settings) {
    if (!settings.keySet().equals(Set.of("images"))) {
      throw new IllegalArgumentException("there must be the setting images, and no other");
    }
    int images = Integer.parseInt(settings.get("images"));
    return new DatasetSource() {
      @Override
      public String name() {
        return "first-digits";
      }

      @Override
      public TrainTest load() throws IOException {
        TrainTest digits = Datasets.digits().load();
        return new TrainTest(
            name(), digits.train().first(images), digits.test().first(images), digits.sha256());
      }
    };
  }
}
