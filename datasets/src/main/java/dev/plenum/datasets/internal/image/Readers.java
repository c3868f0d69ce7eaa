package dev.plenum.datasets.internal.image;

import java.io.IOException;
import java.util.Iterator;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The readers of ImageIO that are used: for each format always the same one, whatever else is on the
 * class path, since another might give other pixels.
 */
enum Readers {
  /** TwelveMonkeys' plug-ins. */
  WEBP("com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi", "imageio-webp"),
  TIFF("com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi", "imageio-tiff");

  private final String provider;
  private final String artifact;

  Readers(String provider, String artifact) {
    this.provider = provider;
    this.artifact = artifact;
  }

  /**
   * A new reader of the plug-in that this library's own class loader finds.
   *
   * @throws IOException if it finds none
   */
  ImageReader get() throws IOException {
    ImageReaderSpi found =
        ServiceLoader.load(ImageReaderSpi.class, Readers.class.getClassLoader()).stream()
            .filter(plugIn -> plugIn.type().getName().equals(provider))
            .map(ServiceLoader.Provider::get)
            .findFirst()
            .orElseThrow(() -> new IOException(
                "its reader is missing; add com.twelvemonkeys.imageio:%s to the class path"
                    .formatted(artifact)));
    return found.createReaderInstance();
  }

  /** A new reader of the JDK's own. */
  static ImageReader ofPlatform(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("every Java platform with java.desktop reads " + format);
  }
}
