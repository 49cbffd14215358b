/// The wire's vocabulary and its dialects, used by both ends. In reading order: a {@link Codec}
/// turns a payload into a {@link Request}, which carries a {@link Command}, and a {@link Reply}
/// into the payload that answers it.
///
/// A *dialect* is one way of writing commands and replies; {@link TextCodec} speaks that of the two
/// original chat programs, {@link RpcCodec} the one in which a server also tells {@link Event}s
/// without being asked. No rule of chat lives here.
///
/// A client of the text dialect writes with {@link TextRequest} and reads with {@link TextAnswer},
/// one of the other speaks through a {@link RpcClientCodec}.
package kabar.protocol;
