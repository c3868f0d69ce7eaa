package dev.plenum.benchmarks.kernels;

import dev.plenum.persistence.JsonObject;

/**
 * How fast a kernel is: that of the best iteration, because others on the machine can only make it
 * slower, and it is to be compared with a peak.
 *
 * @param measured the kernel
 * @param nanoseconds of a call, the mean of the best iteration
 * @param medianNanoseconds the same of the iteration in the middle
 */
record KernelResult(KernelCase measured, double nanoseconds, double medianNanoseconds) {

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

  /** How much slower than the best the iteration in the middle is; a large one shows a disturbance. */
  double spread() {
    return medianNanoseconds / nanoseconds - 1;
  }

  JsonObject toJson(double peakGigaflops) {
    JsonObject json = JsonObject.empty()
        .with("kernel", measured.kernel())
        .with("layer", measured.layer())
        .with("sizes", measured.sizes())
        .with("nanoseconds", nanoseconds)
        .with("medianNanoseconds", medianNanoseconds);
    return isArithmetic()
        ? json.with("gigaflops", gigaflops()).with("fractionOfPeak", gigaflops() / peakGigaflops)
        : json.with("nanosecondsPerPixel", nanosecondsPerPixel());
  }
}
