/** An application that trains a classifier with Plenum. */
module com.example.shapes {
  requires dev.plenum.api;
}
