/** Model files and run records: networks and provenance as JSON, tensors as safetensors. */
module dev.plenum.persistence {
  requires transitive dev.plenum.api;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires static org.jspecify;

  exports dev.plenum.persistence;
}
