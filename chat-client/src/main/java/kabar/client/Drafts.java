package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kabar.protocol.Command;
import kabar.protocol.RpcClientCodec;
import kabar.protocol.RpcCodec;

/// The file with what was begun to be written, by its receiver: requests that were never sent.
/// Calls block.
record Drafts(Folder folder) {
  private static final String NAME = "drafts";
  private static final String LOCK = "drafts.lock";
  private static final String DRAFT = "draft";

  Map<String, String> read() throws ProfileException {
    var drafts = new LinkedHashMap<String, String>();
    for (var line : SealedText.read(folder.read(NAME).orElse(new byte[0]), 0).lines()) {
      var payload = ByteBuffer.wrap((line.rest() + "\n").getBytes(UTF_8));
      if (new RpcCodec().decode(payload).command()
          instanceof Command.Send(_, var to, var text, _)) {
        drafts.put(to, text);
      }
    }
    return drafts;
  }

  /// Puts some in the place of what was there before; others may have written others meanwhile.
  ///
  /// @param changed an empty text stands for none any more
  void write(Map<String, String> changed) throws ProfileException {
    try (var _ = folder.lock(LOCK)) {
      var drafts = read();
      drafts.putAll(changed);
      drafts.values().removeIf(String::isEmpty);
      var lines = drafts.entrySet().stream().map(it -> line(it.getKey(), it.getValue())).toList();
      folder.replace(NAME, SealedText.write(List.copyOf(lines)));
    }
  }

  private static SealedLine line(String to, String text) {
    var request = new RpcClientCodec().request(0, new Command.Send("", to, text, ""));
    return new SealedLine(DRAFT, new String(request, UTF_8).strip());
  }
}
