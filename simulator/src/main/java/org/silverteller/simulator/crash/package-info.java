/**
 * Crashes of a real process with a real store: killed at random instants, and every state that its
 * disk could be left in, each booted and audited.
 */
package org.silverteller.simulator.crash;
