package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.simulator.hardware.MasterKey;

/** What the bank keeps about one terminal. */
final class TerminalSeat {

  private final String id;
  private final MasterKey masterKey;
  private String acceptor = "";
  private Optional<WorkingKeys> keys = Optional.empty();

  TerminalSeat(String id, MasterKey masterKey) {
    this.id = id;
    this.masterKey = masterKey;
  }

  String id() {
    return id;
  }

  MasterKey masterKey() {
    return masterKey;
  }

  /** The keys in use; empty while the terminal is not signed on. */
  Optional<WorkingKeys> keys() {
    return keys;
  }

  /** The acceptor that the terminal signed on for; another one in a request is refused with 03. */
  boolean belongsTo(String acceptorId) {
    return acceptor.equals(acceptorId);
  }

  void signOn(String acceptorId, WorkingKeys fresh) {
    acceptor = acceptorId;
    keys = Optional.of(fresh);
  }

  void change(WorkingKeys fresh) {
    keys = Optional.of(fresh);
  }

  void signOff() {
    keys = Optional.empty();
  }
}
