/** Classifiers and trainings over HTTP. */
module dev.plenum.serve {
  requires transitive dev.plenum.api;
  requires transitive dev.plenum.experiment;
  requires transitive dev.plenum.predictor;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires micrometer.core;
  requires micrometer.registry.prometheus;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires static transitive org.jspecify;

  exports dev.plenum.serve;
  exports dev.plenum.serve.http;
  exports dev.plenum.serve.watch;
}
