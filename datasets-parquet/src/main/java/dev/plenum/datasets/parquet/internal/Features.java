package dev.plenum.datasets.parquet.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Hugging Face's library writes about the columns: JSON in the file's metadata, {@code
 * {"info": {"features": {"image": {"_type": "Image"}, "label": {"_type": "ClassLabel", "names": […]}}}}}.
 *
 * @param images the columns of images
 * @param classes the columns of classes, and the names of these by number
 */
record Features(List<String> images, Map<String, List<String>> classes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing is known. */
  static Features none() {
    return new Features(List.of(), Map.of());
  }

  /**
   * Reads the JSON; whatever else is in it is left aside.
   *
   * @param file for messages
   * @throws IOException if it is no JSON, or names of classes are no texts
   */
  static Features parse(Path file, String json) throws IOException {
    List<String> images = new ArrayList<>();
    Map<String, List<String>> classes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> feature :
        read(file, json).path("info").path("features").properties()) {
      String type = feature.getValue().path("_type").asText();
      if (type.equals("Image")) {
        images.add(feature.getKey());
      } else if (type.equals("ClassLabel")) {
        classes.put(feature.getKey(), names(file, feature.getValue()));
      }
    }
    return new Features(images, classes);
  }

  private static JsonNode read(Path file, String json) throws IOException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw Refusal.of(file, "its metadata 'huggingface' are no JSON");
    }
  }

  private static List<String> names(Path file, JsonNode feature) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode name : feature.path("names")) {
      if (!name.isTextual()) {
        throw Refusal.of(
            file, "its metadata 'huggingface' have a class whose name is no text: " + name);
      }
      names.add(name.asText());
    }
    return names;
  }
}
