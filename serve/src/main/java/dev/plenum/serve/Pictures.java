package dev.plenum.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plenum.serve.http.Call;
import dev.plenum.serve.http.Part;
import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The pictures of a request.
 *
 * @param all in their order, as files; nobody has looked into them yet
 * @param isOne whether the body itself is the picture
 */
record Pictures(List<byte[]> all, boolean isOne) {
  /** In one request. */
  static final int MAXIMUM = 256;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSTANCES = "instances";
  private static final String BASE64 = "b64";

  /**
   * Finds them.
   *
   * @throws ProblemException if there are none, or too many
   */
  static Pictures of(Call call) throws IOException {
    String type = mediaType(call.contentType());
    if (type.equals("multipart/form-data")) {
      return checked(call.parts(MAXIMUM).stream().map(Part::bytes).toList(), "no part of a form");
    } else if (type.equals("application/json")) {
      return checked(instances(call.body()), "an empty list of instances");
    } else if (type.equals("application/x-www-form-urlencoded")) {
      throw new Problem(
              415,
              "The type of the body is none that is read",
              type + ", which curl says of --data-binary if nothing else is said",
              "say what it is: -H 'Content-Type: image/png'")
          .exception();
    } else if (call.body().length == 0) {
      throw empty("an empty body");
    }
    return new Pictures(List.of(call.body()), true);
  }

  private static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private static Pictures checked(List<byte[]> all, String none) throws ProblemException {
    if (all.isEmpty()) {
      throw empty(none);
    }
    if (all.size() > MAXIMUM) {
      throw new Problem(
              413,
              "The request has too many pictures",
              all.size() + " pictures",
              "send at most " + MAXIMUM + " at once")
          .exception();
    }
    return new Pictures(all, false);
  }

  private static ProblemException empty(String found) {
    return new Problem(
            400,
            "The request has no picture",
            found,
            "send a picture as the body, or several as multipart/form-data or in JSON")
        .exception();
  }

  private static List<byte[]> instances(byte[] body) throws IOException {
    JsonNode instances;
    try {
      instances = JSON.readTree(body).path(INSTANCES);
    } catch (JsonProcessingException e) {
      throw noInstances(e.getOriginalMessage());
    }
    if (!instances.isArray()) {
      throw noInstances("no list \"instances\"");
    }
    List<byte[]> all = new ArrayList<>();
    for (JsonNode instance : instances) {
      all.add(decoded(instance, all.size()));
    }
    return all;
  }

  private static byte[] decoded(JsonNode instance, int index) throws ProblemException {
    JsonNode text = instance.isTextual() ? instance : instance.path(BASE64);
    if (!text.isTextual()) {
      throw noInstances("no \"b64\" in instance " + index);
    }
    try {
      return Base64.getDecoder().decode(text.textValue());
    } catch (IllegalArgumentException e) {
      throw noInstances("in instance " + index + ": " + e.getMessage());
    }
  }

  private static ProblemException noInstances(String found) {
    return new Problem(
            400,
            "The body is not the JSON that is expected",
            found,
            "send {\"instances\": [{\"b64\": \"…\"}]} with pictures in base64")
        .exception();
  }
}
