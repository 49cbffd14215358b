/// The rules of chat and the way of a command from its connection to the store and back.
///
/// A *connection* is the wire, a *session* is a login; a session outlives its connections.
/// A *caller* is a connection as the rules see it.
///
/// Locks, in the order in which they may be taken: `Sessions`, then `Presence`. Nothing is called
/// out of while one is held.
package kabar.domain;
