package dev.plenum.serve;

import dev.plenum.predictor.Statistics;
import dev.plenum.serve.http.Observer;
import dev.plenum.serve.http.Reply;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** What a server counts and measures, in Prometheus's text format. */
final class ServerMetrics implements Observer, AutoCloseable {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final Duration[] BUCKETS = LongStream.of(
          1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
      .mapToObj(Duration::ofMillis)
      .toArray(Duration[]::new);

  private record Kind(String route, int status) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  ServerMetrics(HostedModels models) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collector.bindTo(registry);
    models.all().forEach(this::bind);
  }

  private void bind(HostedModel model) {
    count(model, "answered", Statistics::answered);
    count(model, "refused", Statistics::refused);
    count(model, "rejected", Statistics::rejected);
    count(model, "failed", Statistics::failed);
    FunctionCounter.builder(
            "plenum.batches", model, one -> one.predictor().statistics().batches())
        .description("How many times the model was asked for one picture or several at once")
        .tag("model", model.name())
        .register(registry);
    FunctionCounter.builder(
            "plenum.replacements", model, one -> one.predictor().statistics().replacements())
        .description("How many times another file of the model took over")
        .tag("model", model.name())
        .register(registry);
    Gauge.builder("plenum.queue", model, one -> one.predictor().statistics().waiting())
        .description("Pictures that wait to be classified")
        .tag("model", model.name())
        .register(registry);
  }

  private void count(HostedModel model, String outcome, ToDoubleFunction<Statistics> number) {
    FunctionCounter.builder(
            "plenum.pictures",
            model,
            one -> number.applyAsDouble(one.predictor().statistics()))
        .description("Pictures by what became of them")
        .tag("model", model.name())
        .tag("outcome", outcome)
        .register(registry);
  }

  @Override
  public void answered(String route, int status, long nanoseconds) {
    timers
        .computeIfAbsent(new Kind(route, status), this::timer)
        .record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.requests")
        .description("Requests by path and status, and how long they took")
        .tag("uri", kind.route().isEmpty() ? "other" : kind.route())
        .tag("status", Integer.toString(kind.status()))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  Reply reply() {
    return Reply.text(TYPE, registry.scrape());
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
