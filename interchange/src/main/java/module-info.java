/** Models in the formats of others: ONNX, Keras and Deeplearning4j. */
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
  exports dev.plenum.interchange.dl4j;
  exports dev.plenum.interchange.export;
  exports dev.plenum.interchange.imported;
  exports dev.plenum.interchange.keras;
  exports dev.plenum.interchange.onnx;
  exports dev.plenum.interchange.onnx.reading;

  uses dev.plenum.interchange.export.ExportFormat;
  uses dev.plenum.interchange.imported.ImportFormat;

  provides dev.plenum.interchange.export.ExportFormat with
      dev.plenum.interchange.export.Dl4jExport,
      dev.plenum.interchange.export.KerasModelExport,
      dev.plenum.interchange.export.KerasWeightsExport,
      dev.plenum.interchange.export.OnnxExport,
      dev.plenum.interchange.export.SafetensorsExport;
  provides dev.plenum.interchange.imported.ImportFormat with
      dev.plenum.interchange.dl4j.Dl4jFormat,
      dev.plenum.interchange.keras.KerasH5Format,
      dev.plenum.interchange.keras.KerasModelFormat,
      dev.plenum.interchange.keras.KerasWeightsFormat,
      dev.plenum.interchange.onnx.reading.OnnxFormat;
}
