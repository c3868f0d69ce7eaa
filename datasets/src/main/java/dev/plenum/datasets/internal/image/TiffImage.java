package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.image.PixelReader.Alpha;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The first page of a TIFF file, by TwelveMonkeys' plug-in, turned as its orientation says, which in
 * TIFF files is a part of how the pixels are stored.
 */
final class TiffImage implements StoredImage {
  private static final Set<String> SAMPLES = Set.of("UnsignedIntegral", "Index");
  private static final Set<String> COLOURS = Set.of("GRAY", "RGB", "CMYK");

  private final ReaderImage picture;
  /** The plug-in's colour models take every sample behind the colours for alpha. */
  private final Alpha alpha;

  private final Orientation orientation;

  TiffImage(byte[] bytes) throws IOException {
    ImageReader reader = Readers.TIFF.get();
    this.picture = new ReaderImage(reader, bytes);
    Element metadata = (Element)
        reader.getImageMetadata(0).getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    requireExactSamples(metadata);
    this.alpha = alpha(metadata);
    this.orientation = attribute(metadata, "ImageOrientation", "value")
        .map(Orientation::of)
        .orElse(Orientation.NORMAL);
  }

  private static void requireExactSamples(Element metadata) throws IOException {
    String compression = attribute(metadata, "CompressionTypeName", "value").orElse("");
    if (compression.contains("JPEG")) {
      // The plug-in leaves it to whichever JPEG reader it finds.
      throw new IOException(
          "its pixels are compressed as JPEG, which differs between machines; convert it to PNG or JPEG");
    }
    String format = attribute(metadata, "SampleFormat", "value").orElse("unknown");
    if (!SAMPLES.contains(format)) {
      throw new IOException(
          "its samples are no whole numbers from 0 (%s); convert it to PNG".formatted(format));
    }
    String colours = attribute(metadata, "ColorSpaceType", "name").orElse("");
    if (!COLOURS.contains(colours)) {
      throw new IOException("its colours are %s, expected one of %s; convert it to RGB"
          .formatted(colours, COLOURS.stream().sorted().toList()));
    }
  }

  private static Alpha alpha(Element metadata) throws IOException {
    Optional<String> found = attribute(metadata, "Alpha", "value");
    if (found.isEmpty()) {
      return Alpha.NONE;
    }
    if (attribute(metadata, "BlackIsZero", "value").equals(Optional.of("FALSE"))) {
      // The plug-in turns the alpha round with the grey.
      throw new IOException("it has alpha, and 0 for white; convert it to PNG");
    }
    return found.get().equals("premultiplied") ? Alpha.MULTIPLIED : Alpha.SEPARATE;
  }

  private static Optional<String> attribute(Element metadata, String element, String name) {
    NodeList found = metadata.getElementsByTagName(element);
    return found.getLength() == 0
        ? Optional.empty()
        : Optional.of(((Element) found.item(0)).getAttribute(name));
  }

  @Override
  public int width() throws IOException {
    return orientation.isUpended() ? picture.height() : picture.width();
  }

  @Override
  public int height() throws IOException {
    return orientation.isUpended() ? picture.width() : picture.height();
  }

  @Override
  public PixelImage pixels() throws IOException {
    return orientation.of(new PixelReader(picture.read(), alpha).read());
  }

  @Override
  public void close() {
    picture.close();
  }
}
