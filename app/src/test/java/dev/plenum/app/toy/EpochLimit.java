package dev.plenum.app.toy;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.callback.CallbackProvider;
import dev.plenum.api.provenance.Described;
import java.util.Map;

/** A third party's callback, which ends a training after so many epochs. */
public final class EpochLimit implements CallbackProvider {
  @Override
  public String name() {
    return "epoch-limit";
  }

  @Override
  public Callback make(Map<String, String> settings) {
    return new Limit(Integer.parseInt(settings.getOrDefault("epochs", "1")));
  }

  private record Limit(int epochs) implements Callback {
    @Override
    public void onEpochEnd(Training training, EpochRecord epoch) {
      if (epoch.epoch() + 1 >= epochs) {
        training.stop();
      }
    }

    @Override
    public Map<String, Object> describe() {
      return Described.named("EpochLimit", "epochs", epochs);
    }
  }
}
