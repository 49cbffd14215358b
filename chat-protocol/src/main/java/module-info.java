import org.jspecify.annotations.NullMarked;

/// The wire's vocabulary and its dialects, used by both ends: commands, replies, and the codecs
/// that read and write them; and what programs print of it for people and scripts.
@NullMarked
module kabar.protocol {
  requires static org.jspecify;
  requires tools.jackson.core;

  exports kabar.protocol;
  exports kabar.protocol.print;
}
