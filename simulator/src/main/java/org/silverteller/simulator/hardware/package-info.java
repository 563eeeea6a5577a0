/**
 * The virtual machine: one physical truth, the device ports over it, the hands that act on it, and
 * what can go wrong with it.
 */
package org.silverteller.simulator.hardware;
