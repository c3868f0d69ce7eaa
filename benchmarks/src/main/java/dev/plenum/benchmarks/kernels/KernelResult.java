package dev.plenum.benchmarks.kernels;

import dev.plenum.persistence.JsonObject;

/**
 * How fast a kernel is.
 *
 * @param measured the kernel
 * @param nanoseconds of a call, the mean
 * @param error half of that mean's interval of 99.9 % confidence; NaN if it is not known
 */
record KernelResult(KernelCase measured, double nanoseconds, double error) {

  /** Whether its work is arithmetic, so that it can be compared with the peak. */
  boolean isArithmetic() {
    return measured.work().unit() == Work.Unit.OPERATION;
  }

  /** Of a kernel whose work is arithmetic. */
  double gigaflops() {
    return measured.work().amount() / nanoseconds;
  }

  /** Of a kernel whose work is images. */
  double nanosecondsPerPixel() {
    return nanoseconds / measured.work().amount();
  }

  JsonObject toJson(double peakGigaflops) {
    JsonObject json = JsonObject.empty()
        .with("kernel", measured.kernel())
        .with("layer", measured.layer())
        .with("sizes", measured.sizes())
        .with("nanoseconds", nanoseconds)
        .with("error", error);
    return isArithmetic()
        ? json.with("gigaflops", gigaflops()).with("fractionOfPeak", gigaflops() / peakGigaflops)
        : json.with("nanosecondsPerPixel", nanosecondsPerPixel());
  }
}
