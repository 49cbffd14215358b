/// The transport SPI: how payloads travel. In reading order: {@link TransportProvider} makes a
/// {@link Transport}, whose {@link Listener}s and connects make {@link Connection}s; the owner of a
/// connection gives a {@link ConnectionHandler} and hears of everything through its {@link
/// Receiver}.
///
/// A *payload* is one message on the wire: bytes including their line end. A *connection* is the
/// wire; a login is a *session* and no concern of this package. The *transport's thread* of a
/// connection is the one on which its receiver is called. The *queue* of a connection holds what
/// was offered and has not left yet.
///
/// The sentences behind a dash are promises. Each is the display name of a test in
/// `TransportContract` of `chat-testkit`.
///
/// Tools for those who write a transport: {@link LineCutter} and {@link OutboundQueue} for the two
/// directions of a connection, {@link Timetable} and {@link Deadlines} for its times,
/// {@link OpenConnections} and {@link InternetAddress} for its listener.
package kabar.api.transport;
