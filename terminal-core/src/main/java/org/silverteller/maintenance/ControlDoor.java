package org.silverteller.maintenance;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;
import org.silverteller.terminal.OperatorDoor;

/**
 * Opens the control socket to root, to the terminal's own user, and to the group {@code
 * silverteller} where there is one.
 */
public final class ControlDoor implements OperatorDoor {

  private static final String OPERATORS = "silverteller";

  @Override
  public Closeable open(Path place, Consumer<TerminalEvent> events) throws IOException {
    return ControlSocket.open(place, groupExists(place) ? OPERATORS : "", events)::close;
  }

  private static boolean groupExists(Path place) throws IOException {
    try {
      place.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(OPERATORS);
      return true;
    } catch (java.nio.file.attribute.UserPrincipalNotFoundException nobody) {
      return false;
    }
  }
}
