package com.example.service;

import dev.plenum.api.Backends;
import dev.plenum.predictor.Predictor;
import dev.plenum.predictor.Statistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One predictor for all requests, and its numbers for Actuator. */
@Configuration
public class ClassifierConfiguration {
  /** Spring closes it, after the requests that run. */
  @Bean
  Predictor predictor(@Value("${classifier.model}") Path model) throws IOException {
    return Predictor.of(model).maxBytes(8 << 20).open(Backends.get("purejava"));
  }

  @Bean
  MeterBinder classifierMetrics(Predictor predictor) {
    return registry -> {
      Gauge.builder("classifier.waiting", predictor, p -> p.statistics().waiting())
          .register(registry);
      TimeGauge.builder("classifier.latency.p99", predictor, TimeUnit.MILLISECONDS, p ->
              p.statistics().latency().p99Millis())
          .register(registry);
      count("answered", predictor, Statistics::answered).register(registry);
      count("refused", predictor, Statistics::refused).register(registry);
      count("rejected", predictor, Statistics::rejected).register(registry);
      count("failed", predictor, Statistics::failed).register(registry);
    };
  }

  private static FunctionCounter.Builder<Predictor> count(
      String outcome, Predictor predictor, ToDoubleFunction<Statistics> number) {
    return FunctionCounter.builder(
            "classifier.requests", predictor, p -> number.applyAsDouble(p.statistics()))
        .tag("outcome", outcome);
  }
}
