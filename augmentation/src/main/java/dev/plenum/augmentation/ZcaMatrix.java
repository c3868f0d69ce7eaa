package dev.plenum.augmentation;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The matrix of ZCA whitening, U · diag(√n / (s + ε)) · Uᵀ, where U are the eigenvectors of the
 * covariance and s = √(n · eigenvalue) the singular values of the n centred images.
 *
 * <p>Directions in which the images do not vary at all (their eigenvalue is 0 but for rounding) are
 * dropped; the formula would multiply whatever another image has there by √n / ε, which is millions.
 *
 * <p>The solver uses nothing but basic arithmetic and square roots, so that the matrix has the same
 * bits on every JVM, unless it fails to converge and resorts to a random rotation (by {@code
 * Math.sin}); only then may the last bits differ.
 */
final class ZcaMatrix {
  private static final double ROUNDING = 0x1.0p-52;

  private ZcaMatrix() {}

  /**
   * The matrix, row by row.
   *
   * @param covariance of {@code size} values, row by row
   * @param images the number of images n
   * @param epsilon ε, at least 0
   */
  static double[] of(double[] covariance, int size, int images, double epsilon) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(DMatrixRMaj.wrap(size, size, covariance))) {
      throw new IllegalStateException(String.format(
          Locale.ROOT,
          "ZCA whitening failed: the eigenvalues of a covariance of %d values were not found",
          size));
    }
    double[] gains = gains(eigen, size, images, epsilon);
    DMatrixRMaj vectors = rows(eigen, size);
    DMatrixRMaj scaled = vectors.copy();
    CommonOps_DDRM.multRows(gains, scaled);
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multTransA(vectors, scaled, matrix);
    return matrix.data;
  }

  private static double[] gains(
      EigenDecomposition_F64<DMatrixRMaj> eigen, int size, int images, double epsilon) {
    double greatest = 0;
    for (int k = 0; k < size; k++) {
      greatest = Math.max(greatest, eigen.getEigenvalue(k).getReal());
    }
    double[] gains = new double[size];
    for (int k = 0; k < size; k++) {
      double eigenvalue = eigen.getEigenvalue(k).getReal();
      gains[k] = eigenvalue > greatest * size * ROUNDING
          ? Math.sqrt(images) / (Math.sqrt(images * eigenvalue) + epsilon)
          : 0;
    }
    return gains;
  }

  private static DMatrixRMaj rows(EigenDecomposition_F64<DMatrixRMaj> eigen, int size) {
    DMatrixRMaj vectors = new DMatrixRMaj(size, size);
    for (int k = 0; k < size; k++) {
      System.arraycopy(eigen.getEigenVector(k).data, 0, vectors.data, k * size, size);
    }
    return vectors;
  }
}
