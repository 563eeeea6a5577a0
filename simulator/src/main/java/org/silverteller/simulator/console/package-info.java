/**
 * The console page: a person plays customer, attendant and saboteur at the virtual machine.
 * Loopback only; never on the machine.
 */
package org.silverteller.simulator.console;
