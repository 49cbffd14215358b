package kabar.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Against a server of the test's own that lives as long as it is told to.
final class KeyedSenderTest {
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

  private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final KeyedSender sender = new KeyedSender(7, "T", 4, new Random(1));

  KeyedSenderTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void sendsWhatWasNotAnsweredOnceMoreUnderTheSameKeys() throws IOException {
    var first = live(10);
    assertThatThrownBy(() -> sender.send(address())).isInstanceOf(IOException.class);
    int acknowledged = sender.track().acknowledged();
    int sent = sender.track().sent();

    var second = live(Integer.MAX_VALUE);
    sender.settle(address());

    assertThat(acknowledged).isLessThan(sent);
    assertThat(sender.retried()).isEqualTo(sent - acknowledged);
    assertThat(sender.track().acknowledged()).isEqualTo(sent);
    assertThat(second.join())
        .containsExactlyElementsOf(first.join().subList(acknowledged, first.join().size()));
  }

  @Test
  void failsAtAnAnswerThatIsNoResult() {
    var answered =
        CompletableFuture.runAsync(
            () -> {
              try (var connection = server.accept()) {
                connection.getOutputStream().write("{\"error\":{\"code\":1}}\n".getBytes(US_ASCII));
                connection.getInputStream().readAllBytes();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThatThrownBy(() -> sender.send(address()))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("resume: {\"error\"");
    answered.join();
  }

  /// Answers so many requests and says goodbye, but hears all that still comes. Tells the keys it
  /// has seen.
  private CompletableFuture<List<String>> live(int answers) {
    return CompletableFuture.supplyAsync(
        () -> {
          var keys = new ArrayList<String>();
          try (var connection = server.accept()) {
            var requests = new Scanner(connection.getInputStream(), US_ASCII);
            for (int count = 0; requests.hasNextLine(); count++) {
              var request = requests.nextLine();
              KEY.matcher(request).results().forEach(key -> keys.add(key.group(1)));
              if (count < answers) {
                connection.getOutputStream().write(result(request).getBytes(US_ASCII));
              } else if (count == answers) {
                connection.shutdownOutput();
              }
            }
            return keys;
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static String result(String request) {
    return ID.matcher(request)
        .results()
        .map(id -> "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{}}\n".formatted(id.group(1)))
        .collect(Collectors.joining());
  }

  private InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }
}
