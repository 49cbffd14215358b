/// A network that does what networks do: it loses connections and goes dark for a while.
package kabar.testkit.network;
