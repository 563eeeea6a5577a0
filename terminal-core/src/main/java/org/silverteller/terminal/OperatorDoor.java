package org.silverteller.terminal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;

/**
 * Where operators ask; found by {@link java.util.ServiceLoader}, because the door knows the
 * terminal and not the other way round.
 */
public interface OperatorDoor {

  /**
   * Opens the door.
   *
   * @param place the control socket of terminal.yaml
   * @param events where commands are posted; from any thread
   * @return closes it
   * @throws IOException when another terminal serves the place or it cannot be made; the text says
   *     what to do
   */
  Closeable open(Path place, Consumer<TerminalEvent> events) throws IOException;
}
