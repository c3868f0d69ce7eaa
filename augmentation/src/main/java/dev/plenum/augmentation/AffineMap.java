package dev.plenum.augmentation;

/**
 * From the pixels of the changed image to positions in the source, x to the right and y down, 0 being
 * the centre of the first pixel:
 *
 * <pre>
 * source x = xx · x + xy · y + x0
 * source y = yx · x + yy · y + y0
 * </pre>
 */
record AffineMap(double xx, double xy, double x0, double yx, double yy, double y0) {

  /**
   * Rotation · translation · shear · zoom about an image's centre. Since it leads from the result to
   * the source, the picture is turned counter-clockwise by a positive angle, moved left and up by
   * positive shifts, and made smaller by zoom factors above 1; a positive shear moves its lower rows to
   * the right.
   *
   * @param degrees the rotation
   * @param shiftX in pixels
   * @param shiftY in pixels
   * @param shearDegrees between −90 and 90
   * @param zoomX greater than 0
   * @param zoomY greater than 0
   */
  static AffineMap about(
      int width,
      int height,
      double degrees,
      double shiftX,
      double shiftY,
      double shearDegrees,
      double zoomX,
      double zoomY) {
    Rotation turn = Rotation.ofDegrees(degrees);
    Rotation shear = Rotation.ofDegrees(shearDegrees);
    // [cos −sin; sin cos] · [1 −sin(shear); 0 cos(shear)] · diag(zoomX, zoomY)
    double xx = turn.cos() * zoomX;
    double yx = turn.sin() * zoomX;
    double xy = -(turn.cos() * shear.sin() + turn.sin() * shear.cos()) * zoomY;
    double yy = (turn.cos() * shear.cos() - turn.sin() * shear.sin()) * zoomY;
    double centreX = (width - 1) * 0.5;
    double centreY = (height - 1) * 0.5;
    double x0 =
        (turn.cos() * shiftX - turn.sin() * shiftY) + (centreX - xx * centreX - xy * centreY);
    double y0 =
        (turn.sin() * shiftX + turn.cos() * shiftY) + (centreY - yx * centreX - yy * centreY);
    return new AffineMap(xx, xy, x0, yx, yy, y0);
  }
}
