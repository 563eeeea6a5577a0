package org.silverteller.simulator.scenario;

import org.silverteller.simulator.bank.VirtualTime;
import org.silverteller.simulator.hardware.Ports;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.xfs.VirtualXfs;

/** What lies between the terminal and its virtual machine. */
public enum Wiring {
  /** Nothing: the terminal is at the ports. */
  DIRECT {
    @Override
    public Ports connect(VirtualMachine machine, VirtualTime time) {
      return machine;
    }

    @Override
    public Ports connect(VirtualMachine machine) {
      return machine;
    }
  },
  /** The XFS bridge, C functions, native memory, and the service providers of the machine. */
  XFS {
    @Override
    public Ports connect(VirtualMachine machine, VirtualTime time) {
      return VirtualXfs.inVirtualTime(machine, time);
    }

    @Override
    public Ports connect(VirtualMachine machine) {
      return VirtualXfs.inRealTime(machine);
    }
  };

  /** In a world whose time is virtual. */
  public abstract Ports connect(VirtualMachine machine, VirtualTime time);

  /** In real time. */
  public abstract Ports connect(VirtualMachine machine);
}
