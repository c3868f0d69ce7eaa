package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads scans: finds out what they have, and has it decoded. */
final class ScanReader {
  private final Frame frame;
  private final Tables tables;
  private final InverseDct transform = new InverseDct();

  /**
   * Reads nothing yet.
   *
   * @param tables as they are when a scan begins
   */
  ScanReader(Frame frame, Tables tables) {
    this.frame = frame;
    this.tables = tables;
  }

  /** Reads a scan with this header. */
  void read(ByteBuffer header, int restartInterval, BitReader in) throws JpegException {
    ScanHeader scan = ScanHeader.read(header, frame);
    for (ScanHeader.Part part : scan.parts()) {
      Component component = part.component();
      component.quantizeBy(tables.quantization(component.header().quantizationTable()));
    }
    List<BlockDecoder> decoders = frame.isProgressive() ? progressive(scan) : sequential(scan);
    new Scan(frame, decoders, restartInterval, in).read();
  }

  private List<BlockDecoder> sequential(ScanHeader scan) throws JpegException {
    List<BlockDecoder> decoders = new ArrayList<>();
    for (ScanHeader.Part part : scan.parts()) {
      part.component().progress().complete();
      decoders.add(new SequentialDecoder(
          part.component(), tables.dc(part.dcTable()), tables.ac(part.acTable()), transform));
    }
    return decoders;
  }

  private List<BlockDecoder> progressive(ScanHeader scan) throws JpegException {
    Band band = Band.ofProgressive(scan.from(), scan.to(), scan.approximation());
    if (!band.isDc() && scan.parts().size() > 1) {
      throw new JpegException("a progressive scan has several colours");
    }
    List<BlockDecoder> decoders = new ArrayList<>();
    for (ScanHeader.Part part : scan.parts()) {
      part.component().progress().advance(band);
      decoders.add(progressive(part, band));
    }
    return decoders;
  }

  private BlockDecoder progressive(ScanHeader.Part part, Band band) throws JpegException {
    Component component = part.component();
    if (band.isDc()) {
      return band.isFirst()
          ? new DcDecoder(component, tables.dc(part.dcTable()), band)
          : new DcRefiner(component, band);
    }
    HuffmanTable table = tables.ac(part.acTable());
    return band.isFirst()
        ? new AcDecoder(component, table, band)
        : new AcRefiner(component, table, band);
  }
}
