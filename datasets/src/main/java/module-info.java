/** Datasets: the MNIST family, folders of images, generated digits. */
module dev.plenum.datasets {
  requires transitive dev.plenum.api;
  requires static org.jspecify;
  requires java.desktop;
  requires java.net.http;

  uses dev.plenum.datasets.DatasetFormat;
  uses dev.plenum.datasets.DatasetProvider;
  uses javax.imageio.spi.ImageReaderSpi;

  provides dev.plenum.datasets.DatasetFormat with
      dev.plenum.datasets.format.NumpyFormat,
      dev.plenum.datasets.format.IdxFormat,
      dev.plenum.datasets.format.ImageFolderFormat;

  exports dev.plenum.datasets;
}
