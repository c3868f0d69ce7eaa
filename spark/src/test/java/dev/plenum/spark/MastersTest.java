package dev.plenum.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.cluster.ClusterProvider;
import dev.plenum.experiment.cluster.ClusterSettings;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MastersTest {

  private static String refusal(String master) throws IOException {
    TrainTest whole = Digits.whole();
    ClusterSettings settings = new ClusterSettings(
        master, Map.of(), 1, Optional.empty(), Optional.empty(), Invocation.of("test"));
    return String.valueOf(assertThrows(
            RunRefusedException.class, () -> ClusterProvider.get().connect(settings, whole))
        .getMessage());
  }

  @Test
  void aMasterThatDoesNotAnswerIsToldAtOnce() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String message = refusal("spark://127.0.0.1:" + port);
    assertTrue(message.startsWith("no Spark master answers at 127.0.0.1:" + port + ": "), message);
  }

  @Test
  void anAddressWithoutAPortIsRefused() throws IOException {
    assertEquals(
        "'spark://somewhere' is no address of a Spark master: expected spark://HOST:PORT, such as spark://localhost:7077",
        refusal("spark://somewhere"));
  }

  @Test
  void aMasterThatSparkDoesNotKnowIsRefusedInItsWords() throws IOException {
    String message = refusal("sparc://somewhere:7077");
    assertTrue(
        message.startsWith("Spark could not be started with the master 'sparc://somewhere:7077': "),
        message);
  }
}
