package dev.plenum.serve.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** A request that has arrived as a whole. */
public final class Call {
  private final Request request;
  private final String parameter;
  private final byte[] body;

  Call(Request request, String parameter, byte[] body) {
    this.request = request;
    this.parameter = parameter;
    this.body = body;
  }

  /** {@return what stands for the part in braces of the route's path; else empty} */
  public String parameter() {
    return parameter;
  }

  /**
   * {@return a parameter behind the question mark; empty if it is not there}
   *
   * @param name its name, without percent-encoding
   */
  public Optional<String> query(String name) {
    return request.getHttpURI().getQuery() == null
        ? Optional.empty()
        : Optional.ofNullable(Request.extractQueryParameters(request).getValue(name));
  }

  /** {@return the type of the body with its parameters, or empty} */
  public String contentType() {
    return Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
        .orElse("");
  }

  /**
   * {@return a header; empty if it is not there}
   *
   * @param name its name, whether in upper or lower case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  /**
   * {@return the parts of the body, which is {@code multipart/form-data}}
   *
   * @param maximum how many there may be
   * @throws ProblemException if it is no such form, or has more parts
   */
  public List<Part> parts(int maximum) throws IOException {
    return Multipart.parts(contentType(), body, maximum);
  }

  /** {@return the body, not a copy} */
  public byte[] body() {
    return body;
  }
}
