/** Trainings as values: recipes, runs that resume, committees, comparisons, the reference experiment. */
module dev.plenum.experiment {
  requires transitive dev.plenum.api;
  requires transitive dev.plenum.augmentation;
  requires transitive dev.plenum.datasets;
  requires transitive dev.plenum.ensemble;
  requires transitive dev.plenum.persistence;
  requires transitive dev.plenum.predictor;
  requires java.management;
  requires java.xml;
  requires org.apache.commons.statistics.descriptive;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires static org.jspecify;

  exports dev.plenum.experiment;
  exports dev.plenum.experiment.ablation;
  exports dev.plenum.experiment.analysis;
  exports dev.plenum.experiment.attempt;
  exports dev.plenum.experiment.backend;
  exports dev.plenum.experiment.cluster;
  exports dev.plenum.experiment.comparison;
  exports dev.plenum.experiment.network;
  exports dev.plenum.experiment.parameter;
  exports dev.plenum.experiment.process;
  exports dev.plenum.experiment.progress;
  exports dev.plenum.experiment.reference;
  exports dev.plenum.experiment.run;
  exports dev.plenum.experiment.search;
  exports dev.plenum.experiment.statistics;
  exports dev.plenum.experiment.tensorboard;
  exports dev.plenum.experiment.trial;

  uses dev.plenum.experiment.cluster.ClusterProvider;
}
