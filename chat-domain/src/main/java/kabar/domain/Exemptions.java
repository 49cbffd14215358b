package kabar.domain;

import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import kabar.api.Form;
import kabar.api.Option;

/// The addresses that limits by address leave alone.
///
/// @param networks those of these networks
/// @param includesLocal those of this machine, by whatever name
public record Exemptions(List<Network> networks, boolean includesLocal) {
  private static final String LOCAL = "loopback";
  private static final String NONE = "none";

  /// Who is exempt.
  static final Option<Exemptions> OPTION =
      Option.of(
          "exempt",
          Form.text(
              "loopback, addresses and networks such as 192.0.2.0/24, or none",
              Exemptions::parse,
              Exemptions::text),
          new Exemptions(List.of(), true),
          "The addresses that the limits by address leave alone");

  public Exemptions {
    networks = List.copyOf(networks);
  }

  /// Reads `loopback`, addresses and networks such as `192.0.2.0/24`, with commas between them, or
  /// `none`.
  ///
  /// @throws IllegalArgumentException if it is anything else
  private static Exemptions parse(String text) {
    if (text.isBlank() || text.equals(NONE)) {
      return new Exemptions(List.of(), false);
    }
    var networks = new ArrayList<Network>();
    var includesLocal = false;
    for (var word : text.split(",", -1)) {
      if (word.strip().equals(LOCAL)) {
        includesLocal = true;
      } else {
        networks.add(Network.parse(word.strip()));
      }
    }
    return new Exemptions(networks, includesLocal);
  }

  /// As it is read.
  private String text() {
    var words = new ArrayList<String>();
    if (includesLocal) {
      words.add(LOCAL);
    }
    networks.forEach(network -> words.add(network.text()));
    return words.isEmpty() ? NONE : String.join(",", words);
  }

  /// An address without an IP is one of this machine.
  boolean contains(SocketAddress address) {
    return Place.ip(address)
        .map(ip -> (includesLocal && ip.isLoopbackAddress()) || isInNetworks(ip))
        .orElse(includesLocal);
  }

  private boolean isInNetworks(InetAddress ip) {
    return networks.stream().anyMatch(network -> network.contains(ip));
  }

  /// Addresses that begin with the same bits.
  public record Network(InetAddress address, int bits) {

    /// Reads `192.0.2.0/24`, or an address, which is a network of one.
    ///
    /// @throws IllegalArgumentException if it is neither
    static Network parse(String text) {
      int slash = text.indexOf('/');
      var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int most = address.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > most) {
        throw new IllegalArgumentException("expected 0.." + most + " bits");
      }
      return new Network(address, bits);
    }

    String text() {
      return address.getHostAddress() + "/" + bits;
    }

    boolean contains(InetAddress other) {
      var ours = address.getAddress();
      var theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
