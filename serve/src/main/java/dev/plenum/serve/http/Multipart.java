package dev.plenum.serve.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.eclipse.jetty.util.BufferUtil;

/** Takes forms apart, in memory. */
final class Multipart {
  private static final int HEADER_BYTES = 4096;

  private Multipart() {}

  static List<Part> parts(String contentType, byte[] body, int maximum) throws IOException {
    MultiPartConfig config = new MultiPartConfig.Builder()
        .maxParts(maximum)
        .maxSize(-1)
        .maxPartSize(-1)
        .maxMemoryPartSize(-1)
        .maxHeadersSize(HEADER_BYTES)
        .useFilesForPartsWithoutFileName(false)
        .build();
    try (MultiPartFormData.Parts parts = MultiPartFormData.getParts(
        Content.Source.from(ByteBuffer.wrap(body)), new Attributes.Mapped(), contentType, config)) {
      List<Part> all = new ArrayList<>();
      for (MultiPart.Part part : parts) {
        ByteBuffer bytes = Content.Source.asByteBuffer(part.getContentSource());
        all.add(
            new Part(Optional.ofNullable(part.getName()).orElse(""), BufferUtil.toArray(bytes)));
      }
      return all;
    } catch (RuntimeException | IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new Problem(
              400,
              "The form cannot be read",
              String.valueOf(cause.getMessage()),
              "send multipart/form-data with at most " + maximum + " parts")
          .exception();
    }
  }
}
