package dev.plenum.backend.dl4j.internal.engine;

/** What ND4J computes on; one for the whole process. */
public enum Device {
  /** The processor. */
  CPU,
  /** An NVIDIA card. */
  CUDA
}
