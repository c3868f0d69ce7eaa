/** An application that trains, saves and asks a classifier, to be linked with a Java of its own. */
module com.example.digits {
  requires dev.plenum.experiment;
  requires dev.plenum.interchange;

  // Without it the engine computes the same bits, several times slower.
  requires jdk.incubator.vector;
}
