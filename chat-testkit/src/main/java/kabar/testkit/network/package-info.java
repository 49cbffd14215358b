/// A network that does what networks do: it loses, doubles, spoils and delays datagrams, ends
/// connections, and goes dark for a while.
package kabar.testkit.network;
