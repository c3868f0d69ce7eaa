package dev.plenum.api;

/**
 * What computes, for a run's provenance.
 *
 * @param engine the library and its version
 * @param device the processor
 * @param instructionSet what its kernels use: {@code vector 512-bit}, {@code scalar}
 * @param threads how many threads compute
 */
public record EngineInfo(String engine, String device, String instructionSet, int threads) {}
