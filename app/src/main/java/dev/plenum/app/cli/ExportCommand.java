package dev.plenum.app.cli;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.interchange.export.ExportFormat;
import dev.plenum.interchange.export.Exported;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.AtomicFiles.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code plenum export}. */
record ExportCommand(Host host) {
  /** The command. */
  Command command() {
    return new Command("export", "Writes a saved model or committee in another format.", this::run)
        .keys(Keys.LAYOUT, Keys.BATCH)
        .argument("MODEL", ModelFiles.DESCRIPTION)
        .argument(
            "FILE",
            "what to write; the format is that of its ending: " + ExportFormat.endings()
                + "; must be new")
        .examples(
            "plenum export runs/mnist/model.plenum model.onnx",
            "plenum export runs/mnist/model.plenum model.onnx --layout nchw --batch 1");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    String name = arguments.get(1);
    Path file = ModelFiles.newFile(host, name);
    ExportFormat format = ExportFormat.of(file)
        .orElseThrow(() ->
            new UsageException("'%s' must end in %s".formatted(name, ExportFormat.endings())));
    requireSettingsOf(format, settings);
    SavedClassifier saved = ModelFiles.read(host, arguments.get(0));
    Exported exported =
        new Exported(saved, settings.get(Keys.LAYOUT), settings.find(Keys.BATCH), Plenum.version());
    AtomicFiles.write(file, content(format, exported));
    host.out().println("File: " + host.shown(file));
    saved
        .preprocessing()
        .windowOf()
        .ifPresent(pictures -> host.err()
            .printf(
                "Note: whoever uses the file must scale pictures to %s and cut out %s, centred on their ink, before.%n",
                pictures, saved.preprocessing().inputShape()));
    return ExitCode.SUCCESS;
  }

  private static Content content(ExportFormat format, Exported exported) {
    try {
      return format.content(exported);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static void requireSettingsOf(ExportFormat format, Settings settings) {
    for (Key<?> key : List.of(Keys.LAYOUT, Keys.BATCH)) {
      if (settings.isOption(key) && !format.hasLayout()) {
        throw settings.refuse(key, "only an .onnx file has it; leave it out");
      }
    }
  }
}
