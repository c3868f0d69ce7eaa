/** The contract between users and backends; depends on nothing but annotations. */
module dev.plenum.api {
  requires static com.google.errorprone.annotations;
  requires static org.jspecify;

  exports dev.plenum.api;
  exports dev.plenum.api.callback;
  exports dev.plenum.api.data;
  exports dev.plenum.api.metric;
  exports dev.plenum.api.network;
  exports dev.plenum.api.optimizer;
  exports dev.plenum.api.provenance;
  exports dev.plenum.api.random;
  exports dev.plenum.api.service;
  exports dev.plenum.api.spi;
  exports dev.plenum.api.tensor;

  uses dev.plenum.api.Backend;
  uses dev.plenum.api.callback.CallbackProvider;
  uses dev.plenum.api.data.TransformProvider;
  uses dev.plenum.api.metric.Metric;
}
