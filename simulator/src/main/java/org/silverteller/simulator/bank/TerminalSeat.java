package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.simulator.crypto.CipherKey;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.hardware.MasterKey;

/** What the bank keeps about one terminal. */
final class TerminalSeat {

  private final String id;
  private final KeyCipher wrapping;
  private final CipherKey masterKey;
  private String acceptor = "";
  private Optional<WorkingKeys> keys = Optional.empty();

  TerminalSeat(String id, MasterKey masterKey) {
    this.id = id;
    this.wrapping = masterKey.cipher();
    this.masterKey = wrapping.key(masterKey.bytes());
  }

  String id() {
    return id;
  }

  /** How keys under the master key are wrapped and their check values made. */
  KeyCipher wrapping() {
    return wrapping;
  }

  CipherKey masterKey() {
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
