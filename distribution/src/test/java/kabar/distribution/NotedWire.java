package kabar.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import kabar.testkit.transcript.Wire;

/// Remembers the secrets that are told over a wire, for `KeptLogsIT`.
record NotedWire(Wire wire) implements Wire {
  private static final Pattern PASSWORD =
      Pattern.compile("\"(?:password|old|new)\":\"([^\"]{8,})\"");

  @Override
  public void send(byte[] bytes) throws IOException {
    var said = new String(bytes, StandardCharsets.UTF_8);
    ServerLogs.noteSecrets(said);
    PASSWORD.matcher(said).results().map(it -> it.group(1)).forEach(ServerLogs::noteSecret);
    wire.send(bytes);
  }

  @Override
  public String receive() throws IOException {
    var said = wire.receive();
    ServerLogs.noteSecrets(said);
    return said;
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
