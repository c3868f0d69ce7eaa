package dev.plenum.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.plenum.api.network.Shape;
import dev.plenum.predictor.Answer;
import dev.plenum.predictor.Opinion;
import dev.plenum.predictor.Ranked;
import dev.plenum.predictor.Seen;
import dev.plenum.serve.http.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes answers as JSON: {@code {"model": "digits", "predictions": [{"class": "3", …}]}}. */
record AnswerWriter(String model, AnswerOptions options) {
  private static final int USUAL_BYTES = 512;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  /**
   * Of some pictures.
   *
   * @param outcomes in their order, each an {@link Answer} or a {@link Problem}
   */
  byte[] write(List<Outcome> outcomes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("model", model);
      json.writeArrayFieldStart("predictions");
      for (Outcome outcome : outcomes) {
        json.writeStartObject();
        if (outcome.answer().isPresent()) {
          write(json, outcome.answer().get());
        } else {
          write(json, outcome.problem().orElseThrow());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Problem problem) throws IOException {
    json.writeObjectFieldStart("error");
    for (Map.Entry<String, Object> field : problem.json().entrySet()) {
      json.writeFieldName(field.getKey());
      if (field.getValue() instanceof Integer number) {
        json.writeNumber(number);
      } else {
        json.writeString(field.getValue().toString());
      }
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Answer answer) throws IOException {
    Ranked best = answer.best();
    json.writeStringField("class", best.className());
    json.writeNumberField("probability", best.probability());
    json.writeFieldName("probabilities");
    write(json, answer.classNames(), answer.probabilities());
    if (options.votes()) {
      json.writeArrayFieldStart("votes");
      for (Opinion vote : answer.votes()) {
        write(json, vote.classNames(), vote.probabilities());
      }
      json.writeEndArray();
    }
    if (options.seen()) {
      write(json, answer.seen());
    }
  }

  private static void write(JsonGenerator json, List<String> classNames, List<Float> probabilities)
      throws IOException {
    json.writeStartObject();
    for (int i = 0; i < classNames.size(); i++) {
      json.writeNumberField(classNames.get(i), probabilities.get(i));
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Seen seen) throws IOException {
    Shape shape = seen.shape();
    json.writeObjectFieldStart("seen");
    json.writeNumberField("height", shape.height());
    json.writeNumberField("width", shape.width());
    json.writeNumberField("channels", shape.channels());
    json.writeBinaryField("pixels", seen.pixels());
    json.writeEndObject();
  }
}
