package kabar.domain;

import kabar.api.fanout.Fanout;
import kabar.testkit.fanout.FanoutContract;

final class LocalFanoutTest extends FanoutContract {
  @Override
  protected Fanout create() {
    return new LocalFanout();
  }
}
