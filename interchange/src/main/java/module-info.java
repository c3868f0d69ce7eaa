/** Models in the formats of others: ONNX. */
module dev.plenum.interchange {
  requires transitive dev.plenum.api;
  requires com.google.protobuf;
  requires org.tribuo.util.onnx;
  requires static transitive org.jspecify;

  exports dev.plenum.interchange;
  exports dev.plenum.interchange.onnx;
}
