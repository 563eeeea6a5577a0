package org.silverteller.simulator.hardware;

/**
 * Is told, one short line each, what devices were commanded and what hands did: {@code dispenser
 * stack 100x3 → ok}, {@code customer takes notes 100x3}. No line holds a PIN, a full card number or
 * a key. Called on the thread that acted, without any lock held.
 */
@FunctionalInterface
public interface Witness {

  /** Nobody watches: no line is made. */
  Witness NOBODY = line -> {};

  void saw(String line);
}
