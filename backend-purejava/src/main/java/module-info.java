/** The pure-Java backend; found through the service {@code dev.plenum.api.Backend}. */
module dev.plenum.backend.purejava {
  requires dev.plenum.api;
  requires static org.jspecify;
  requires static jdk.incubator.vector;

  provides dev.plenum.api.Backend with
      dev.plenum.backend.purejava.PureJavaBackend;
}
