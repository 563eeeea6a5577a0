package org.silverteller.maintenance;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Tells who uses the control socket, and decides who may. */
public interface PeerCheck {

  /**
   * @param peer just connected
   * @throws IOException when the system does not tell who it is; then it is not permitted
   */
  Peer of(SocketChannel peer) throws IOException;

  /**
   * Who connected.
   *
   * @param account the local account, as the system tells it
   * @param refusal why it may not use the socket, for the one who connected; empty when it may
   */
  record Peer(String account, Optional<String> refusal) {

    public static Peer permitted(String account) {
      return new Peer(account, Optional.empty());
    }
  }
}
