/** Models in the formats of others: ONNX and Keras. */
module dev.plenum.interchange {
  requires transitive dev.plenum.api;
  requires transitive dev.plenum.ensemble;
  requires transitive dev.plenum.persistence;
  requires com.google.protobuf;
  requires com.ning.compress.lzf;
  requires io.jhdf;
  requires org.tribuo.util.onnx;
  requires static org.jspecify;

  exports dev.plenum.interchange;
  exports dev.plenum.interchange.export;
  exports dev.plenum.interchange.imported;
  exports dev.plenum.interchange.keras;
  exports dev.plenum.interchange.onnx;
  exports dev.plenum.interchange.onnx.reading;
}
