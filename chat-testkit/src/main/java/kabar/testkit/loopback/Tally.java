package kabar.testkit.loopback;

import java.util.concurrent.atomic.LongAdder;

/// What the connections of one listener count together.
record Tally(LongAdder partial, LongAdder writes) {
  Tally() {
    this(new LongAdder(), new LongAdder());
  }
}
