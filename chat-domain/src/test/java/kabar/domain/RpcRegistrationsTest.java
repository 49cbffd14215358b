package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kabar.domain.RegistrationRules.Policy;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Making an account over the wire.
@ParameterizedClass
@EnumSource(StreamTransport.class)
class RpcRegistrationsTest extends RpcDialect {

  RpcRegistrationsTest(StreamTransport transport) {
    super(transport);
  }

  @Test
  void needTheOwnerCodeWhereThereIsNobody() throws IOException {
    var server = empty(Policy.OPEN);
    var peer = server.connect();

    assertThat(reason(peer.ask(register("pele", "")))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(peer.ask(register("pele", server.ownerCode()))).isInstanceOf(Reply.LoggedIn.class);
    assertThat(devices(peer)).extracting(Reply.Device::device).containsExactly("test");
  }

  @Test
  void needAnInviteEach() throws IOException {
    var server = withOwner(Policy.INVITE);
    var invite = Rules.now(server.administration().invite("")).code();
    var peer = server.connect();

    assertThat(reason(peer.ask(register("zico", "")))).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason(peer.ask(register("pele", invite)))).isEqualTo(Reason.NAME_TAKEN);
    assertThat(peer.ask(register("zico", invite))).isInstanceOf(Reply.LoggedIn.class);
    assertThat(reason(peer.ask(register("cafu", invite)))).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void areForAnybodyWhereItIsOpen() throws IOException {
    var peer = withOwner(Policy.OPEN).connect();

    assertThat(peer.ask(register("zico", ""))).isInstanceOf(Reply.LoggedIn.class);
    assertThat(reason(peer.ask(register("zico", "")))).isEqualTo(Reason.NAME_TAKEN);
    assertThat(reason(peer.ask(register("Cafú", "")))).isEqualTo(Reason.INVALID_PARAMETER);
  }

  @Test
  void areForNobodyWhereItIsClosed() throws IOException {
    var server = withOwner(Policy.CLOSED);
    var invite = Rules.now(server.administration().invite("")).code();

    assertThat(reason(server.connect().ask(register("zico", invite))))
        .isEqualTo(Reason.NOT_ALLOWED);
  }

  private RpcServer withOwner(Policy policy) throws IOException {
    var server = empty(policy);
    assertThat(server.connect().ask(register("pele", server.ownerCode())))
        .isInstanceOf(Reply.LoggedIn.class);
    return server;
  }

  private static Command register(String user, String invite) {
    return new Command.Register(user, DemoUsers.PASSWORD, "Edson", invite, "test");
  }
}
