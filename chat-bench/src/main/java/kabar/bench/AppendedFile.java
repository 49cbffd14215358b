package kabar.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file to which a line is added for each message: about the least there is to do.
final class AppendedFile implements GroupCommit.Batches {
  private final FileChannel channel;
  private final ByteBuffer lines;
  private final int lineBytes;

  AppendedFile(Path folder, String text) throws IOException {
    this.channel =
        FileChannel.open(
            folder.resolve("log"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var line = (text + "\n").getBytes(StandardCharsets.US_ASCII);
    this.lineBytes = line.length;
    this.lines = ByteBuffer.allocateDirect(line.length * GroupCommit.MOST);
    while (lines.hasRemaining()) {
      lines.put(line);
    }
  }

  @Override
  public void commit(int count) throws IOException {
    lines.limit(count * lineBytes).position(0);
    while (lines.hasRemaining()) {
      channel.write(lines);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
