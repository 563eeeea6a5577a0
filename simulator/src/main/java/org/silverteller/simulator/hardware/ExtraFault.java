package org.silverteller.simulator.hardware;

import org.silverteller.event.DeviceName;

/**
 * What can go wrong with a device that not every machine has. One armed once strikes at the next
 * command that it concerns; a lasting one stays until an operator or the saboteur clears it.
 */
public sealed interface ExtraFault permits AcceptorFault, BookFault {

  DeviceName device();
}
