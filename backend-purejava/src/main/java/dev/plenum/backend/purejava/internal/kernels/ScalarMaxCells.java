package dev.plenum.backend.purejava.internal.kernels;

/** The version without the Vector API, and the specification of {@link VectorMaxCells}. */
final class ScalarMaxCells implements MaxCells {

  @Override
  public void offer(
      int pixels,
      int channels,
      float[] in,
      int inOffset,
      int inStep,
      float cell,
      float[] best,
      int bestOffset,
      float[] winners,
      int winnersOffset) {
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        float value = in[inOffset + p * inStep + c];
        int i = p * channels + c;
        // No branch: it could not be predicted.
        boolean wins = value > best[bestOffset + i] | Float.isNaN(value);
        best[bestOffset + i] = wins ? value : best[bestOffset + i];
        winners[winnersOffset + i] = wins ? cell : winners[winnersOffset + i];
      }
    }
  }
}
