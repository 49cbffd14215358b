package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// What is said before there is a connection. The nonce is the initiator's, 64 random bits; every
/// answer carries it back.
sealed interface Handshake extends Message {
  /// The one version of the wire so far.
  int VERSION = 1;

  long nonce();

  /// An initiator asks for a cookie. Longer than any answer to it.
  ///
  /// @param lowest version that it speaks, 0..255
  /// @param highest version that it speaks, 0..255
  record Hello(int lowest, int highest, long nonce) implements Handshake {
    static final byte KIND = (byte) 0x81;
    private static final int PADDING_BYTES = 37;
    private static final int FIELD_BYTES = 2 + Long.BYTES + PADDING_BYTES;

    private static Hello read(ByteBuffer fields) {
      return new Hello(unsigned(fields), unsigned(fields), fields.getLong());
    }

    @Override
    public void writeFields(ByteBuffer target) {
      target.put(KIND).put((byte) lowest).put((byte) highest).putLong(nonce);
      target.put(new byte[PADDING_BYTES]);
    }
  }

  /// An acceptor hands a cookie out and keeps nothing.
  ///
  /// @param version the one to speak
  record Offer(int version, long nonce, Cookie cookie) implements Handshake {
    static final byte KIND = (byte) 0x82;
    private static final int FIELD_BYTES = 1 + Long.BYTES + Cookie.BYTES;

    private static Offer read(ByteBuffer fields) {
      return new Offer(unsigned(fields), fields.getLong(), Cookie.read(fields));
    }

    @Override
    public void writeFields(ByteBuffer target) {
      target.put(KIND).put((byte) version).putLong(nonce);
      cookie.writeTo(target);
    }
  }

  /// An initiator shows the cookie and so that it receives at its address.
  record Open(int version, long nonce, Cookie cookie) implements Handshake {
    static final byte KIND = (byte) 0x83;
    private static final int FIELD_BYTES = 1 + Long.BYTES + Cookie.BYTES;

    private static Open read(ByteBuffer fields) {
      return new Open(unsigned(fields), fields.getLong(), Cookie.read(fields));
    }

    @Override
    public void writeFields(ByteBuffer target) {
      target.put(KIND).put((byte) version).putLong(nonce);
      cookie.writeTo(target);
    }
  }

  /// An acceptor has made the connection.
  ///
  /// @param id of the connection, for both directions; 64 random bits
  record Accept(int version, long nonce, long id) implements Handshake {
    static final byte KIND = (byte) 0x84;
    private static final int FIELD_BYTES = 1 + 2 * Long.BYTES;

    private static Accept read(ByteBuffer fields) {
      return new Accept(unsigned(fields), fields.getLong(), fields.getLong());
    }

    @Override
    public void writeFields(ByteBuffer target) {
      target.put(KIND).put((byte) version).putLong(nonce).putLong(id);
    }
  }

  /// An acceptor makes no connection.
  ///
  /// @param reason why; a number without a meaning of ours is kept as it is
  /// @param lowest version that the acceptor speaks, where the versions are the reason
  /// @param highest version that the acceptor speaks, where the versions are the reason
  record Refused(long nonce, int reason, int lowest, int highest) implements Handshake {
    static final byte KIND = (byte) 0x85;
    static final int STOPPING = 1;
    static final int NO_COMMON_VERSION = 2;
    static final int STALE_COOKIE = 3;
    static final int TOO_MANY = 4;
    static final int ENDED = 5;
    private static final int FIELD_BYTES = Long.BYTES + 3;

    /// A refusal that has nothing to do with versions.
    static Refused because(int reason, long nonce) {
      return new Refused(nonce, reason, 0, 0);
    }

    private static Refused read(ByteBuffer fields) {
      return new Refused(fields.getLong(), unsigned(fields), unsigned(fields), unsigned(fields));
    }

    @Override
    public void writeFields(ByteBuffer target) {
      target.put(KIND).putLong(nonce);
      target.put((byte) reason).put((byte) lowest).put((byte) highest);
    }
  }

  /// Reads the fields after the first byte; empty if their length or the kind is not right.
  static Optional<Message> read(byte kind, ByteBuffer fields) {
    int length = fields.remaining();
    Message message =
        switch (kind) {
          case Hello.KIND -> length == Hello.FIELD_BYTES ? Hello.read(fields) : null;
          case Offer.KIND -> length == Offer.FIELD_BYTES ? Offer.read(fields) : null;
          case Open.KIND -> length == Open.FIELD_BYTES ? Open.read(fields) : null;
          case Accept.KIND -> length == Accept.FIELD_BYTES ? Accept.read(fields) : null;
          case Refused.KIND -> length == Refused.FIELD_BYTES ? Refused.read(fields) : null;
          default -> null;
        };
    return Optional.ofNullable(message);
  }

  private static int unsigned(ByteBuffer fields) {
    return Byte.toUnsignedInt(fields.get());
  }
}
