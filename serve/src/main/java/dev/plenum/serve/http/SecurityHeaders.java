package dev.plenum.serve.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What browsers must not do with what a server answers. */
final class SecurityHeaders {
  private static final HttpField[] ALL = {
    new PreEncodedHttpField(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
    new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
    new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
  };

  private SecurityHeaders() {}

  static void addTo(HttpFields.Mutable headers) {
    for (HttpField header : ALL) {
      headers.add(header);
    }
  }
}
