package dev.plenum.app.cli;

import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.export.ExportFormat;
import dev.plenum.app.export.Exported;
import dev.plenum.persistence.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code plenum export}. */
final class ExportCommand implements Command {
  private final Host host;

  ExportCommand(Host host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String description() {
    return "Writes a saved model or committee in another format.";
  }

  @Override
  public List<String> examples() {
    return List.of("plenum export runs/mnist/model.plenum model.onnx");
  }

  @Override
  public List<Argument> arguments() {
    return List.of(
        ModelFiles.ARGUMENT,
        new Argument(
            "FILE",
            "what to write; the format is that of its ending: " + endings() + "; must be new",
            false));
  }

  private static String endings() {
    return String.join(" or ", ExportFormat.endings());
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    String name = arguments.get(1);
    Path file = ModelFiles.newFile(host, name);
    ExportFormat format = ExportFormat.of(file)
        .orElseThrow(() -> new UsageException("'%s' must end in %s".formatted(name, endings())));
    SavedClassifier saved = ModelFiles.read(host, arguments.get(0));
    Exported exported = new Exported(saved.models(), saved.combination(), Plenum.version());
    AtomicFiles.write(file, format.content(exported));
    host.out().println("File: " + host.shown(file));
    return ExitCode.SUCCESS;
  }
}
