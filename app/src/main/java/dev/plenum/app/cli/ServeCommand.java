package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.process.EndOfProcess;
import dev.plenum.predictor.Predictor;
import dev.plenum.predictor.PredictorOptions;
import dev.plenum.serve.ModelServer;
import dev.plenum.serve.ModelSource;
import dev.plenum.serve.http.Limits;
import dev.plenum.serve.http.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code plenum serve}. */
record ServeCommand(Host host) {
  private static final int PORT = 8080;
  private static final Pattern NAMED = Pattern.compile("([^=/\\\\]+)=(.+)");

  /** The command. */
  Command command() {
    return new Command(
            "serve",
            "Classifies pictures over HTTP with one saved model or several, and shows a page to draw on. A file that changes is read again. Ctrl-C, or SIGTERM, answers what has come, and ends it.",
            this::run)
        .keys(Keys.in(Group.BACKEND))
        .keys(Keys.PREPARE, Keys.INVERT)
        .keys(Keys.LISTEN)
        .says(Keys.LISTEN, "where it listens; 0 for any free port (default: 8080)")
        .keys(Keys.in(Group.SERVER))
        .arguments(
            "[NAME=]MODEL",
            "%s; NAME is what it is called in paths (default: the file's name), and NAME@BACKEND has another backend compute"
                .formatted(ModelFiles.DESCRIPTION))
        .examples(
            "plenum serve runs/mnist/model.plenum",
            "plenum serve digits=runs/mnist/model.plenum five=runs/five/committee.plenum --listen 0",
            "PLENUM_TOKEN=… plenum serve runs/mnist/model.plenum --host 0.0.0.0");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    ServerOptions options = options(settings);
    List<ModelSource> sources = new ArrayList<>();
    for (String argument : arguments) {
      sources.add(source(settings, argument));
    }
    try (ModelServer server = start(options, sources)) {
      host.err().println("Serving at " + server.uri());
      host.err().flush();
      EndOfProcess.await(server::close, "plenum-serve-end");
      return ExitCode.INTERRUPTED;
    }
  }

  private static ModelServer start(ServerOptions options, List<ModelSource> sources)
      throws IOException {
    try {
      return ModelServer.start(options, sources);
    } catch (IllegalArgumentException e) {
      throw new UsageException("the models cannot be served: " + e.getMessage());
    }
  }

  private static ServerOptions options(Settings settings) {
    Limits limits = Limits.defaults().withBodyBytes(settings.get(Keys.MAX_BYTES));
    try {
      return new ServerOptions(
          settings.get(Keys.HOST),
          settings.find(Keys.LISTEN).orElse(PORT),
          settings.find(Keys.TOKEN),
          limits);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "%s. See %s and %s".formatted(e.getMessage(), Keys.HOST.option(), Keys.TOKEN.option()));
    }
  }

  private ModelSource source(Settings settings, String argument) throws IOException {
    Matcher named = NAMED.matcher(argument);
    boolean hasName = named.matches();
    Path file = ModelFiles.existing(host, hasName ? named.group(2) : argument);
    PredictorOptions options = Predictor.of(file)
        .queueSize(settings.get(Keys.QUEUE))
        .maxBytes(settings.get(Keys.MAX_BYTES))
        .maxPixels(settings.get(Keys.MAX_PIXELS));
    options = settings.find(Keys.PREPARE).map(options::preparation).orElse(options);
    options = settings.has(Keys.INVERT) ? options.inverted() : options;
    String name = hasName ? named.group(1) : ModelSource.nameOf(options);
    Backend backend = backend(settings, name);
    try {
      return new ModelSource(name, options, backend);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ". Write NAME=" + host.shown(file));
    }
  }

  private Backend backend(Settings settings, String name) {
    int at = name.indexOf('@');
    return at < 0
        ? Wiring.injector(host, settings).getInstance(Backend.class)
        : Backends.get(name.substring(at + 1));
  }
}
