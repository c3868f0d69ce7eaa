/** Datasets: the MNIST family, folders of images, generated digits. */
module dev.plenum.datasets {
  requires transitive dev.plenum.api;
  requires static org.jspecify;
  requires de.siegmar.fastcsv;
  requires transitive java.desktop;
  requires java.net.http;
  requires org.apache.commons.compress;
  requires us.hebi.matlab.mat.mfl.core;

  uses dev.plenum.datasets.DatasetFormat;
  uses dev.plenum.datasets.DatasetProvider;
  uses javax.imageio.spi.ImageReaderSpi;

  provides dev.plenum.datasets.DatasetFormat with
      dev.plenum.datasets.format.NumpyFormat,
      dev.plenum.datasets.format.IdxFormat,
      dev.plenum.datasets.format.CifarFormat,
      dev.plenum.datasets.format.SvhnFormat,
      dev.plenum.datasets.format.CsvFormat,
      dev.plenum.datasets.format.ImageFolderFormat;
  provides dev.plenum.datasets.DatasetProvider with
      dev.plenum.datasets.format.CsvFormat;

  exports dev.plenum.datasets;
  exports dev.plenum.datasets.audit;
  exports dev.plenum.datasets.picture;
  exports dev.plenum.datasets.spi;
}
