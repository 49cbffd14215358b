/// The contract of the fan-out SPI: subclass {@link FanoutContract}.
package kabar.testkit.fanout;
