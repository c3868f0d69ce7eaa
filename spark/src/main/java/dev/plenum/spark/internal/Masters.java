package dev.plenum.spark.internal;

import dev.plenum.experiment.RunRefusedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a master is, looked at before Spark itself would try for a minute. */
public final class Masters {
  private static final String STANDALONE = "spark://";
  private static final Pattern PLACE = Pattern.compile("[^:/,\\s]+:\\d{1,5}");
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int MAX_PORT = 65_535;

  private Masters() {}

  /**
   * Checks that a standalone master answers; others are left to Spark.
   *
   * @throws RunRefusedException if none does, or it is no address
   */
  public static void requireReachable(String master) {
    if (!master.startsWith(STANDALONE)) {
      return;
    }
    List<String> failures = new ArrayList<>();
    for (String place : master.substring(STANDALONE.length()).split(",", -1)) {
      if (!PLACE.matcher(place).matches()) {
        throw new RunRefusedException(
            "'%s' is no address of a Spark master: expected spark://HOST:PORT, such as spark://localhost:7077"
                .formatted(master));
      }
      try {
        connect(place);
        return;
      } catch (IOException e) {
        failures.add(place + ": " + e.getMessage());
      }
    }
    throw new RunRefusedException(
        "no Spark master answers at %s. Start one there, or name another one"
            .formatted(String.join("; ", failures)));
  }

  private static void connect(String place) throws IOException {
    int colon = place.lastIndexOf(':');
    int port = Integer.parseInt(place.substring(colon + 1));
    if (port > MAX_PORT) {
      throw new IOException(String.format(Locale.ROOT, "a port is at most %d", MAX_PORT));
    }
    InetSocketAddress address = new InetSocketAddress(place.substring(0, colon), port);
    if (address.isUnresolved()) {
      throw new IOException("there is no such host");
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, TIMEOUT_MILLIS);
    }
  }
}
