package kabar.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import kabar.protocol.Reply.Letter;

/// What tests of the text dialect say again and again.
final class Wire {
  static final Profile MESSI = new Profile("messi", "Lionel Messi", "Argentina");
  static final Profile HENDERSON = new Profile("henderson", "Jordan Henderson", "Inggris");
  static final Profile LINEKER = new Profile("lineker", "Gary Lineker", "Inggris");
  static final String TOKEN = "c0ffee00-1234-4abc-8def-0123456789ab";
  static final Reply.Sent SENT = new Reply.Sent("7", Instant.EPOCH);

  private Wire() {}

  static TextCodec codec() {
    return codec(LogoutForm.CHAT);
  }

  static TextCodec codec(LogoutForm form) {
    return new TextCodec(TextDialect.of(form));
  }

  /// The command that a new connection reads from a line.
  static Command read(String line) {
    return read(codec(), line);
  }

  static Command read(TextCodec codec, String line) {
    return read(codec, line.getBytes(StandardCharsets.UTF_8));
  }

  static Command read(TextCodec codec, byte[] line) {
    return codec.decode(ByteBuffer.wrap(line)).command();
  }

  /// What a connection answers, up to the terminator.
  static String answer(Command command, Reply reply) {
    return answer(codec(), command, reply);
  }

  static String answer(TextCodec codec, Command command, Reply reply) {
    var text = text(codec.encode(new Request(command, ""), reply));
    return text.substring(0, text.length() - 4);
  }

  static byte[] inbox(Letter... letters) {
    var request = new Request(new Command.Inbox(TOKEN), "");
    return codec().encode(request, new Reply.Inbox(List.of(letters)));
  }

  static Letter letter(Profile from, Profile to, String text) {
    return new Letter(from, to, text);
  }

  static String text(byte[] payload) {
    return new String(payload, StandardCharsets.ISO_8859_1);
  }
}
