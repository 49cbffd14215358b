package kabar.server;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version this module was built with, of all commands.
final class Version implements IVersionProvider {

  static String text() {
    return Optional.ofNullable(Version.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("(unknown version)");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"kabard " + text()};
  }
}
