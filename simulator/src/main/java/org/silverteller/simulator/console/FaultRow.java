package org.silverteller.simulator.console;

/**
 * A line of the saboteur's panel.
 *
 * @param group heading it stands under
 */
record FaultRow(String group, String name, String remark, Trouble trouble) {}
