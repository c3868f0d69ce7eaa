package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A JPEG file in memory: baseline, extended sequential or progressive, with Huffman codes and 8 bits. The
 * samples are those that libjpeg-turbo gives with its defaults, to the bit.
 *
 * <p>What does not belong to the picture is skipped, wherever it is: unknown segments, colour profiles,
 * bytes before a marker or after the picture. The picture itself must be whole: every bit of every
 * coefficient. For one thread, and for one picture.
 */
public final class JpegFile {
  private static final int SOI_BYTES = 2;

  private final byte[] file;
  private final Segments segments;
  private final Tables tables = new Tables();
  private final ColourMarkers markers = new ColourMarkers();
  private final Frame frame;
  private int restartInterval;

  private JpegFile(byte[] file) throws JpegException {
    this.file = file;
    this.segments = new Segments(file, SOI_BYTES);
    this.frame = findFrame();
  }

  /**
   * Reads a file up to its picture's size.
   *
   * @param file begins with an SOI marker
   */
  public static JpegFile open(byte[] file) throws JpegException {
    return new JpegFile(file);
  }

  private Frame findFrame() throws JpegException {
    int marker = segments.nextMarker();
    while (!Marker.isFrame(marker)) {
      readSegment(marker);
      marker = segments.nextMarker();
    }
    return Frame.read(marker, segments.data());
  }

  private void readSegment(int marker) throws JpegException {
    if (marker == Marker.EOI) {
      throw new JpegException("it ends before the picture is whole");
    }
    if (marker == Marker.SOS || Marker.isFrame(marker)) {
      throw new JpegException("its picture's header is missing, or there twice");
    }
    if (Marker.isAlone(marker)) {
      return;
    }
    ByteBuffer data = segments.data();
    switch (marker) {
      case Marker.DQT -> tables.readQuantization(data);
      case Marker.DHT -> tables.readHuffman(data);
      case Marker.DRI -> restartInterval = data.remaining() < 2 ? 0 : data.getShort() & 0xffff;
      default -> markers.read(marker, data);
    }
  }

  /** In pixels; 0 if it is not known. */
  public int width() {
    return frame.width();
  }

  /** In pixels; 0 if it is not known. */
  public int height() {
    return frame.height();
  }

  /** 1 for grey, 3 for red, green and blue. */
  public int channels() {
    return colours().channels();
  }

  private Colours colours() {
    List<Integer> ids = frame.components().stream().map(c -> c.header().id()).toList();
    return markers.colours(ids);
  }

  /**
   * Decodes the picture.
   *
   * @return one byte per channel, in h, w, c order
   * @throws JpegException if it is not whole
   */
  public byte[] pixels() throws JpegException {
    if (frame.blocks() / Byte.SIZE > file.length) {
      throw JpegException.cutOff(); // A block takes a bit at least.
    }
    frame.makeRoom();
    ScanReader scans = new ScanReader(frame, tables);
    while (!frame.isWhole()) {
      int marker = segments.nextMarker();
      if (marker == Marker.SOS) {
        ByteBuffer header = segments.data();
        BitReader in = new BitReader(file, segments.position());
        scans.read(header, restartInterval, in);
        segments.position(in.position());
      } else {
        readSegment(marker);
      }
    }
    return new Raster(frame, colours()).pixels();
  }
}
