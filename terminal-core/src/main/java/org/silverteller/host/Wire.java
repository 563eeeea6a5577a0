package org.silverteller.host;

import java.time.Duration;
import java.util.Optional;

/**
 * Carries whole messages to the host and back: framing, connection, TLS. Posts HostChanged to the
 * inbox when the line comes up, goes down, or a message comes in while nobody waits.
 */
public interface Wire extends AutoCloseable {

  boolean up();

  /**
   * Sends one message, without length prefix, TPDU and header, which are the wire's.
   *
   * @throws HostFault DOWN when not one byte has left
   * @throws LineLost when part of it may have left
   */
  void send(byte[] message) throws HostFault, LineLost;

  /**
   * The next message in order of arrival.
   *
   * @return empty when none came in time
   * @throws LineLost when the line went down while waiting, or has gone down since the last call;
   *     told once, after the messages that came before
   */
  Optional<byte[]> receive(Duration patience) throws LineLost;

  /**
   * The host is silent though the line seems to stand: drops it and connects anew, where the line
   * can.
   */
  default void renew() {}

  @Override
  void close();

  /** The line broke when a message may already have reached the host. */
  final class LineLost extends Exception {
    private static final long serialVersionUID = 1L;

    public LineLost(String detail) {
      super(detail);
    }
  }
}
