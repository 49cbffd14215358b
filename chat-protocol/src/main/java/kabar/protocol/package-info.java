/// The wire's vocabulary and its dialects, used by both ends. In reading order: a {@link Codec}
/// turns a payload into a {@link Request}, which carries a {@link Command}, and a {@link Reply}
/// into the payload that answers it.
///
/// A client of the text dialect writes with {@link TextRequest} and reads with {@link TextAnswer}.
///
/// A *dialect* is one way of writing commands and replies; {@link TextCodec} speaks that of the two
/// original chat programs. No rule of chat lives here.
package kabar.protocol;
