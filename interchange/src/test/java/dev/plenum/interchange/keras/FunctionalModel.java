package dev.plenum.interchange.keras;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.TrainedNetwork;
import java.util.Map;

/** A model of Keras's functional API. */
final class FunctionalModel {
  static final Network NETWORK = Sequential.of(
      Shape.of(2, 2, 1),
      Flatten.instance(),
      Dropout.of(0.5),
      Dense.of(3).activation(Activation.SOFTMAX));

  static final String CONFIG = """
      {"module": "keras.src.models.functional", "class_name": "Functional", "config": {"name":
       "functional", "trainable": true, "layers": [
       {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape":
        [null, 2, 2, 1], "dtype": "float32", "name": "in"}, "name": "in", "inbound_nodes": []},
       {"module": "keras.layers", "class_name": "Flatten", "config": {"name": "flat", "data_format":
        "channels_last"}, "name": "flat", "inbound_nodes": [{"args": [{"class_name":
        "__keras_tensor__", "config": {"shape": [null, 2, 2, 1], "dtype": "float32",
        "keras_history": ["in", 0, 0]}}], "kwargs": {}}]},
       {"module": "keras.layers", "class_name": "Dropout", "config": {"name": "drop", "rate": 0.5,
        "noise_shape": null}, "name": "drop", "inbound_nodes": [{"args": [{"class_name":
        "__keras_tensor__", "config": {"shape": [null, 4], "dtype": "float32", "keras_history":
        ["flat", 0, 0]}}], "kwargs": {"training": false}}]},
       {"module": "keras.layers", "class_name": "Dense", "config": {"name": "last", "units": 3,
        "activation": "softmax", "use_bias": true}, "name": "last", "inbound_nodes": [{"args":
        [{"class_name": "__keras_tensor__", "config": {"shape": [null, 4], "dtype": "float32",
        "keras_history": ["drop", 0, 0]}}], "kwargs": {}}]}],
       "input_layers": ["in", 0, 0], "output_layers": ["last", 0, 0]},
       "registered_name": "Functional", "build_config": {"input_shape": null}}""";

  private FunctionalModel() {}

  static byte[] file(TrainedNetwork trained, String config) {
    return KerasFiles.zip(Map.of(
        "metadata.json", KerasFiles.bytes("{\"keras_version\": \"3.0.0\"}"),
        "config.json", KerasFiles.bytes(config),
        "model.weights.h5", H5pyFile.of(KerasFiles.weights(trained))));
  }
}
