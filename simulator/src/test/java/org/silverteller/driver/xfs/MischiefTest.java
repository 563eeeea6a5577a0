package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.xfs.Mischief;
import org.silverteller.simulator.xfs.XfsFault;

/** Commands and categories have the same numbers: a fault meets the one it was armed for. */
class MischiefTest {

  private final DepositBench bench =
      new DepositBench(MachineSpec.WITH_DEPOSITS, XfsVersion.V3_30, false);
  private final Mischief mischief = bench.stations.manager().mischief();

  @Test
  void a_fault_of_a_command_spares_the_question_of_the_same_number() {
    assertThat(Cim.WFS_CMD_CIM_CASH_IN_START).isEqualTo(Cim.WFS_INF_CIM_STATUS);
    mischief.arm("CIM", Cim.WFS_CMD_CIM_CASH_IN_START, XfsFault.VENDOR_ERROR);
    assertThat(bench.acceptor().status()).isEqualTo(DeviceStatus.ONLINE);
    assertThatExceptionOfType(DeviceFault.class)
        .isThrownBy(() -> bench.acceptor().startCashIn(1))
        .withMessageContaining("" + Mischief.VENDOR_CODE);
  }

  @Test
  void a_fault_of_a_question_spares_the_command_of_the_same_number() throws DeviceFault {
    mischief.armInfo("CIM", Cim.WFS_INF_CIM_STATUS, XfsFault.CONNECTION_LOST);
    bench.acceptor().startCashIn(1);
    assertThat(bench.acceptor().escrowStatus().state()).isEqualTo(State.ACTIVE);
    assertThat(bench.acceptor().status()).isEqualTo(DeviceStatus.OFFLINE);
  }
}
