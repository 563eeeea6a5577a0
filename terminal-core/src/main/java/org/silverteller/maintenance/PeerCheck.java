package org.silverteller.maintenance;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Decides who may use the control socket. */
public interface PeerCheck {

  /**
   * @param peer just connected
   * @return why not, for the one who connected; empty when permitted
   * @throws IOException when the system does not tell who it is; then it is not permitted either
   */
  Optional<String> refusal(SocketChannel peer) throws IOException;
}
