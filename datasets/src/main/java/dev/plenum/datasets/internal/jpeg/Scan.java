package dev.plenum.datasets.internal.jpeg;

import java.util.List;

/** Walks over the data of a scan, unit by unit. */
final class Scan {
  private final Frame frame;
  private final List<BlockDecoder> decoders;
  private final int restartInterval;
  private final BitReader in;

  /**
   * Reads nothing yet.
   *
   * @param decoders of the scan's components, in the order of their data
   * @param restartInterval in units; 0 for none
   */
  Scan(Frame frame, List<BlockDecoder> decoders, int restartInterval, BitReader in) {
    this.frame = frame;
    this.decoders = decoders;
    this.restartInterval = restartInterval;
    this.in = in;
  }

  /**
   * Decodes all units: the MCUs, or the blocks of a component that is alone.
   *
   * @throws JpegException unless every one of them is there
   */
  void read() throws JpegException {
    boolean alone = decoders.size() == 1;
    Component first = decoders.get(0).component();
    int rows = alone ? first.blockRows() : frame.mcuRows();
    int columns = alone ? first.blocksInRow() : frame.mcusInRow();
    int unit = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++, unit++) {
        if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
          restart(unit / restartInterval - 1);
        }
        if (alone) {
          decoders.get(0).decode(in, first.indexOf(row, column));
        } else {
          readMcu(row, column);
        }
      }
    }
  }

  private void readMcu(int mcuRow, int mcuColumn) throws JpegException {
    for (BlockDecoder decoder : decoders) {
      Component component = decoder.component();
      int rows = component.header().vertical();
      int columns = component.header().horizontal();
      for (int row = mcuRow * rows; row < (mcuRow + 1) * rows; row++) {
        for (int column = mcuColumn * columns; column < (mcuColumn + 1) * columns; column++) {
          decoder.decode(in, component.indexOf(row, column));
        }
      }
    }
  }

  private void restart(int number) throws JpegException {
    int marker = in.nextMarker();
    if (marker != Marker.RST0 + number % Marker.RESTARTS) {
      throw new JpegException("a part of its data is missing (between restart markers)");
    }
    decoders.forEach(BlockDecoder::restart);
  }
}
