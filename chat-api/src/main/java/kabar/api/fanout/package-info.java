/// The fan-out SPI: how the parts of a chat hear of each other, in one process or in several.
/// {@link Hint}s cross a {@link Fanout}.
///
/// What is true stands in the store. A hint says where to look, so that one that is lost costs time
/// and never a message.
///
/// The sentences behind a dash are promises. Each is the display name of a test in `FanoutContract`
/// of `chat-testkit`.
package kabar.api.fanout;
