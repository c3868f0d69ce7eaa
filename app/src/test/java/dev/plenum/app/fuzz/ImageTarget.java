package dev.plenum.app.fuzz;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.ImageFiles;
import dev.plenum.datasets.picture.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Single pictures. */
final class ImageTarget implements Target {
  private static final List<Preparation> PREPARATIONS = List.of(
      Preparation.standard(),
      Preparation.named("area,crop,exif,pillow-grey"),
      Preparation.named("nearest,pad,exif"));

  private final List<byte[]> intact = Pictures.all();
  private final List<byte[]> bombs =
      List.of(PngDamage.bomb(2_500), PngDamage.bomb(6_000), PngDamage.bomb(30_000));

  ImageTarget() throws IOException {}

  @Override
  public String name() {
    return "image files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.png");
    Files.write(file, damaged(chance));
    ImageFiles.read(
        file, chance.oneIn(2) ? Shape.of(28, 28, 1) : Shape.of(5, 40, 3), chance.of(PREPARATIONS));
  }

  byte[] damaged(Chance chance) {
    if (chance.oneIn(200)) {
      return chance.of(bombs);
    }
    byte[] picture = chance.of(intact);
    return PngDamage.isPng(picture) && chance.oneIn(2)
        ? PngDamage.of(picture, chance)
        : Damage.of(picture, chance);
  }

  byte[] intact(Chance chance) {
    return chance.of(intact);
  }
}
