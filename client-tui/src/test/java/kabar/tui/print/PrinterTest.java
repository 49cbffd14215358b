package kabar.tui.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import kabar.protocol.print.JsonLine;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class PrinterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @Test
  void nothingThatOthersWroteDrivesTheTerminal() throws IOException {
    var printer = printer(false, false);

    printer.line("\u001b[2J", "\u202e\n");
    printer.note("\u0007");

    assertThat(out.toString(UTF_8)).isEqualTo("\\u001b[2J\\u202e\\u000a\n");
    assertThat(err).hasToString("kabar: \\u0007\n");
  }

  @Test
  void beginningsStandOutWhereTheTerminalMayBeAsked() throws IOException {
    printer(false, true).line("messi:", " hai");

    assertThat(out.toString(UTF_8)).isEqualTo("\u001b[1mmessi:\u001b[0m hai\n");
  }

  @Test
  void jsonIsNeverDecorated() throws IOException {
    var printer = printer(true, true);

    printer.line("a", "b");
    printer.json(JsonLine.of("text", "é"));
    printer.say("done");

    assertThat(out.toString(UTF_8)).isEqualTo("ab\n{\"text\":\"é\"}\n");
  }

  @Test
  void whoeverDoesNotReadAnyMoreIsToldFromAFullDisk() {
    assertThatThrownBy(() -> failing("Broken pipe").line("x"))
        .asInstanceOf(InstanceOfAssertFactories.type(OutputException.class))
        .returns(true, OutputException::isPipeClosed);
    assertThatThrownBy(() -> failing("No space left on device").line("x"))
        .asInstanceOf(InstanceOfAssertFactories.type(OutputException.class))
        .returns(false, OutputException::isPipeClosed)
        .hasToString("kabar.tui.print.OutputException: No space left on device");
  }

  private Printer printer(boolean isJson, boolean isStyled) {
    return new Printer(out, new PrintWriter(err), isJson, isStyled);
  }

  private Printer failing(String reason) {
    var broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    return new Printer(broken, new PrintWriter(err), false, false);
  }
}
