package org.silverteller.simulator.torture;

import java.util.List;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Money;

/** The acceptor's port with an auditor at it. */
final class WatchedAcceptor implements CashAcceptor {

  private final CashAcceptor acceptor;
  private final DepositAudit audit;

  WatchedAcceptor(CashAcceptor acceptor, DepositAudit audit) {
    this.acceptor = acceptor;
    this.audit = audit;
  }

  @Override
  public void startCashIn(long reference) throws DeviceFault {
    audit.begins(reference);
    acceptor.startCashIn(reference);
  }

  @Override
  public Escrow acceptNotes() throws DeviceFault {
    return acceptor.acceptNotes();
  }

  @Override
  public Counted endCashIn() throws DeviceFault {
    audit.stores();
    return acceptor.endCashIn();
  }

  @Override
  public Counted rollback() throws DeviceFault {
    audit.returns();
    return acceptor.rollback();
  }

  @Override
  public Counted retract() throws DeviceFault {
    Money before = audit.inUnits();
    try {
      return acceptor.retract();
    } finally {
      audit.drawnIn(before);
    }
  }

  @Override
  public void reset() throws DeviceFault {
    Money before = audit.inUnits();
    try {
      acceptor.reset();
    } finally {
      audit.drawnIn(before);
    }
  }

  @Override
  public Escrow escrowStatus() throws DeviceFault {
    return acceptor.escrowStatus();
  }

  @Override
  public Capabilities capabilities() {
    return acceptor.capabilities();
  }

  @Override
  public List<CashUnit> cashUnits() throws DeviceFault {
    return acceptor.cashUnits();
  }

  @Override
  public DeviceStatus status() {
    return acceptor.status();
  }
}
