package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.wiring.Wiring;
import java.io.IOException;
import java.util.List;

/** {@code plenum summary}. */
record SummaryCommand(Host host) {
  /** The command. */
  Command command() {
    return new Command(
            "summary",
            "Shows a network's layers, shapes and parameters: for the images that its file says it takes,"
                + " else for those of --dataset or grey ones of --image-size (default: 28x28).",
            this::run)
        .keys(Keys.NETWORK, Keys.DATASET, Keys.IMAGE_SIZE)
        .says(
            Keys.DATASET,
            "the images that it is for: digits, mnist, fashion-mnist, or a file or folder that 'plenum datasets' lists (default: digits)")
        .says(
            Keys.IMAGE_SIZE,
            "the size of the images, where neither the network's file nor --dataset says it, or to which a folder's are scaled")
        .examples("plenum summary --network deep-conv");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Injector injector = Wiring.injector(host, settings);
    host.out().print(new DatasetNetwork(host, settings, injector).get().summary());
    return ExitCode.SUCCESS;
  }
}
