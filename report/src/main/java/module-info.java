/** What people look at: tables, charts, pictures, and pages of experiments. */
module dev.plenum.report {
  requires transitive dev.plenum.api;
  requires transitive dev.plenum.datasets;
  requires transitive dev.plenum.experiment;
  requires transitive dev.plenum.predictor;
  requires transitive java.desktop;
  requires dev.plenum.persistence;
  requires org.apache.xmlgraphics.batik.svggen;
  requires java.xml;
  requires static transitive org.jspecify;

  exports dev.plenum.report;
  exports dev.plenum.report.ablation;
  exports dev.plenum.report.analysis;
  exports dev.plenum.report.attempt;
  exports dev.plenum.report.audit;
  exports dev.plenum.report.comparison;
  exports dev.plenum.report.page;
  exports dev.plenum.report.reference;
  exports dev.plenum.report.search;
}
