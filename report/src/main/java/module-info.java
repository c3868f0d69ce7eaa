/** What people look at: charts of trainings and pictures of results. */
module dev.plenum.report {
  requires transitive dev.plenum.api;
  requires transitive java.desktop;
  requires dev.plenum.persistence;
  requires org.apache.xmlgraphics.batik.svggen;
  requires java.xml;
  requires static transitive org.jspecify;

  exports dev.plenum.report;
}
