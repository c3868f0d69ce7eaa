package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.wiring.Wiring;
import java.io.IOException;
import java.util.List;
import java.util.Map;

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
    return "Shows a network's layers, shapes and parameters: for the images that its file says it takes,"
        + " else for those of --dataset or grey ones of --image-size (default: 28x28).";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.NETWORK, Key.DATASET, Key.IMAGE_SIZE, Key.VERBOSE);
  }

  @Override
  public Map<Key, String> descriptions() {
    return Map.of(
        Key.DATASET,
        "the images that it is for: digits, mnist, fashion-mnist, or a folder of class-named image folders or of IDX files (default: digits)",
        Key.IMAGE_SIZE,
        "the size of the images, where neither the network's file nor --dataset says it, or to which a folder's are scaled");
  }

  @Override
  public List<String> examples() {
    return List.of("plenum summary --network deep-conv");
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Injector injector = Wiring.injector(host, settings);
    host.out().print(new DatasetNetwork(host, settings, injector).get().summary());
    return ExitCode.SUCCESS;
  }
}
