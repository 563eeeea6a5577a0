package org.silverteller.host;

/**
 * The bank, as the terminal speaks to it. Every method blocks its caller until the answer or the
 * time-out of host.yaml.
 */
public interface HostLink {

  /** The line stands and the host has accepted the sign-on. */
  boolean ready();

  /** The line stands; perhaps not signed on. */
  boolean connected();

  /**
   * Signs on (0800), takes the keys that come with the answer into the PIN pad and compares their
   * check values.
   *
   * @return whether the host accepted and every key check value was right
   */
  boolean signOn() throws HostFault;

  /**
   * Asks the host for a sign of life (0800, 301) when the line has been quiet; answers what the
   * host has asked meanwhile.
   */
  boolean echo() throws HostFault;

  /**
   * Handles what the host sent unasked: cut-over, key change, echo, late replies. Returns at once
   * when there is nothing.
   */
  void attend() throws HostFault;

  /**
   * Sends a request and waits for its reply. The record of it must be durable before.
   *
   * <p>Never throws: what went wrong is part of the reply.
   */
  Reply authorise(Request request);

  /** Sends an advice as its {@code attempts} say and waits for the acknowledgement. */
  AdviceAnswer deliver(Advice advice);
}
