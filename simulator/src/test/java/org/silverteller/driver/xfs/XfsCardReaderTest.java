package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent.CardInserted;
import org.silverteller.event.TerminalEvent.CardTaken;
import org.silverteller.event.TerminalEvent.DeviceChanged;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.XfsMachine;
import org.slf4j.LoggerFactory;

final class XfsCardReaderTest {

  private static final MachineSpec DIP =
      MachineSpec.STANDARD.withReader(new CardReader.Capabilities(false, false, false, false, 0));

  private static final String PAN = Wallet.OWN.pan().reveal();

  private final Logger root = (Logger) LoggerFactory.getLogger("org.silverteller");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Level level;
  private XfsMachine machine;
  private BridgeBench bench;
  private XfsCardReader reader;

  @BeforeEach
  void setUp() throws Exception {
    level = root.getLevel();
    root.setLevel(Level.DEBUG);
    log.start();
    root.addAppender(log);
    use(MachineSpec.STANDARD, LayoutTable.V3_30);
  }

  @AfterEach
  void nothing_leaks_neither_memory_nor_card_numbers() {
    root.detachAppender(log);
    root.setLevel(level);
    assertThat(bench.leaked()).isZero();
    assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(this::tellsPan);
  }

  private boolean tellsPan(String text) {
    return text.contains(PAN) || text.contains(Wallet.DAMAGED.pan().reveal());
  }

  private void use(MachineSpec spec, LayoutTable newest) throws Exception {
    machine = new XfsMachine(spec, newest);
    bench = new BridgeBench(machine.manager());
    reader = XfsCardReader.open(bench.open(XfsMachine.IDC), bench.events());
  }

  /** As a customer and the terminal do it, up to the card being in. */
  private void insert(VirtualCard card) throws DeviceFault {
    reader.accept(true);
    assertThat(machine.machine().customer().insertCard(card)).isTrue();
    assertThat(bench.posted()).containsExactly(new CardInserted());
    machine.seen();
  }

  private void assertFault(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            DeviceFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(kind);
              assertThat(fault.device()).isEqualTo(DeviceName.CARD_READER);
              assertThat(tellsPan(fault.getMessage())).isFalse();
            });
  }

  // ---- what it can do

  @Test
  void reads_what_a_motor_reader_can_do() {
    assertThat(reader.capabilities())
        .isEqualTo(new CardReader.Capabilities(false, false, true, true, 20));
    assertThat(reader.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(reader.media()).isEqualTo(Media.NOT_PRESENT);
    assertThat(reader.retained()).isZero();
  }

  @Test
  void reads_what_a_dip_reader_cannot_do() throws Exception {
    use(DIP, LayoutTable.V3_30);
    assertThat(reader.capabilities())
        .isEqualTo(new CardReader.Capabilities(false, false, false, false, 0));
    insert(Wallet.OWN);
    assertThat(reader.media()).isEqualTo(Media.AT_EXIT);
    assertThat(reader.readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
    assertFault(Kind.UNSUPPORTED, reader::eject);
    assertFault(Kind.UNSUPPORTED, reader::retain);
    assertThat(machine.machine().customer().takeCard()).contains(Wallet.OWN);
    assertThat(bench.posted()).containsExactly(new CardTaken());
  }

  // ---- a visit

  @Test
  void serves_a_card_with_the_same_steps_as_without_xfs() throws DeviceFault {
    reader.accept(true);
    assertThat(machine.seen()).containsExactly("reader open");
    assertThat(machine.machine().slotOpen()).isTrue();

    machine.machine().customer().insertCard(Wallet.OWN);
    assertThat(bench.posted()).containsExactly(new CardInserted());
    assertThat(machine.seen()).containsExactly("customer inserts own-0421");

    reader.accept(false);
    Track2 track2 = reader.readTrack2();
    assertThat(track2.reveal()).isEqualTo(Wallet.OWN.track2().reveal());
    assertThat(machine.seen())
        .containsExactly("reader close", "reader read → track 2 of 622848*********0421");
    assertThat(reader.media()).isEqualTo(Media.INSIDE);

    reader.eject();
    assertThat(machine.seen()).containsExactly("reader eject");
    assertThat(reader.media()).isEqualTo(Media.AT_EXIT);
    machine.machine().customer().takeCard();
    assertThat(bench.posted()).containsExactly(new CardTaken());
    assertThat(reader.media()).isEqualTo(Media.NOT_PRESENT);
  }

  @Test
  void serves_one_card_after_another() throws DeviceFault {
    for (VirtualCard card : List.of(Wallet.OWN, Wallet.VISA, Wallet.OWN)) {
      insert(card);
      reader.accept(false);
      assertThat(reader.readTrack2().pan()).isEqualTo(card.pan());
      reader.eject();
      machine.machine().customer().takeCard();
      assertThat(bench.posted()).containsExactly(new CardTaken());
    }
  }

  @Test
  void opens_the_slot_once_however_often_it_is_told() throws DeviceFault {
    reader.accept(true);
    reader.accept(true);
    assertThat(machine.seen()).containsExactly("reader open");
  }

  @Test
  void closes_the_slot_again_when_no_card_has_come() throws DeviceFault {
    reader.accept(true);
    reader.accept(false);
    assertThat(machine.seen()).containsExactly("reader open", "reader close");
    assertThat(machine.machine().slotOpen()).isFalse();
    bench.rest();
    assertThat(bench.posted()).isEmpty();
    reader.accept(true);
    assertThat(machine.machine().slotOpen()).isTrue();
  }

  @Test
  void needs_nothing_to_close_a_slot_that_is_closed() throws DeviceFault {
    reader.accept(false);
    assertThat(machine.seen()).isEmpty();
  }

  @Test
  void a_card_that_comes_in_while_the_slot_closes_is_served() throws DeviceFault {
    reader.accept(true);
    machine
        .machine()
        .hook(
            new EffectHook() {
              @Override
              public void before(Effect effect) {
                if (effect == Effect.CARD_SLOT_SET) {
                  machine.machine().customer().insertCard(Wallet.OWN);
                }
              }

              @Override
              public void after(Effect effect) {}
            });
    reader.accept(false);
    machine.machine().hook(EffectHook.NONE);
    assertThat(bench.posted()).containsExactly(new CardInserted());
    reader.accept(false);
    assertThat(reader.readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
  }

  @Test
  void a_card_that_is_not_read_comes_out_without_being_read() throws DeviceFault {
    insert(Wallet.OWN);
    reader.eject();
    assertThat(machine.seen()).containsExactly("reader close", "reader eject");
    machine.machine().customer().takeCard();
    assertThat(bench.posted()).containsExactly(new CardTaken());
    reader.accept(true);
    assertThat(machine.machine().slotOpen()).isTrue();
  }

  @Test
  void a_card_that_is_drawn_out_before_it_is_read_is_missed() throws Exception {
    use(DIP, LayoutTable.V3_30);
    insert(Wallet.OWN);
    machine.machine().customer().takeCard();
    assertFault(Kind.NO_MEDIA, reader::readTrack2);
    assertThat(bench.posted()).containsExactly(new CardTaken());
  }

  // ---- after a boot

  @Test
  void reads_and_returns_a_card_that_was_inside_at_boot() throws Exception {
    insert(Wallet.OWN);
    machine.machine().cutPower();
    machine.powerUp();
    bench.start();
    reader = XfsCardReader.open(bench.open(XfsMachine.IDC), bench.events());
    machine.seen();

    assertThat(reader.media()).isEqualTo(Media.INSIDE);
    assertThat(reader.readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
    assertThat(reader.readTrack2().pan()).as("again").isEqualTo(Wallet.OWN.pan());
    reader.eject();
    assertThat(reader.media()).isEqualTo(Media.AT_EXIT);
    assertThat(machine.seen())
        .containsExactly(
            "reader read → track 2 of 622848*********0421",
            "reader read → track 2 of 622848*********0421",
            "reader eject");
    assertThat(bench.posted()).isEmpty();
  }

  @Test
  void finds_a_card_in_the_exit_slot_at_boot() throws Exception {
    insert(Wallet.OWN);
    reader.eject();
    machine.machine().cutPower();
    machine.powerUp();
    bench.start();
    reader = XfsCardReader.open(bench.open(XfsMachine.IDC), bench.events());
    assertThat(reader.media()).isEqualTo(Media.AT_EXIT);
    assertFault(Kind.NO_MEDIA, reader::readTrack2);
    machine.machine().customer().takeCard();
    assertThat(bench.posted()).containsExactly(new CardTaken());
  }

  // ---- what goes wrong

  @Test
  void does_not_wait_for_a_card_to_read_when_there_is_none() throws DeviceFault {
    assertFault(Kind.NO_MEDIA, reader::readTrack2);
    reader.accept(true);
    assertFault(Kind.NO_MEDIA, reader::readTrack2);
    assertFault(Kind.NO_MEDIA, reader::eject);
    assertFault(Kind.NO_MEDIA, reader::retain);
  }

  @Test
  void says_that_a_damaged_stripe_cannot_be_read() throws DeviceFault {
    insert(Wallet.DAMAGED);
    assertFault(Kind.UNREADABLE, reader::readTrack2);
    assertThat(reader.media()).isEqualTo(Media.INSIDE);
    reader.eject();
  }

  @Test
  void reads_at_the_second_try_what_a_dirty_head_missed() throws DeviceFault {
    insert(Wallet.OWN);
    machine.machine().saboteur().arm(Sabotage.once(Fault.CARD_UNREADABLE));
    assertFault(Kind.UNREADABLE, reader::readTrack2);
    assertThat(reader.readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
  }

  @Test
  void a_card_that_sticks_comes_loose_at_reset() throws DeviceFault {
    insert(Wallet.OWN);
    reader.readTrack2();
    machine.machine().saboteur().arm(Sabotage.once(Fault.CARD_JAM));
    assertFault(Kind.JAMMED, reader::eject);
    assertThat(reader.media()).isEqualTo(Media.JAMMED);
    assertThat(reader.status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    assertFault(Kind.JAMMED, reader::readTrack2);
    reader.reset();
    assertThat(reader.media()).isEqualTo(Media.INSIDE);
    reader.eject();
    assertThat(machine.machine().customer().takeCard()).contains(Wallet.OWN);
  }

  @Test
  void retains_a_card_and_counts_it() throws DeviceFault {
    insert(Wallet.OWN);
    reader.readTrack2();
    reader.eject();
    reader.retain();
    assertThat(reader.media()).isEqualTo(Media.NOT_PRESENT);
    assertThat(reader.retained()).isEqualTo(1);
    machine.machine().saboteur().arm(Sabotage.once(Fault.CARD_READER_OFFLINE));
    machine.machine().operator().emptyBins();
    assertThat(reader.retained()).isZero();
  }

  @Test
  void a_drive_that_fails_to_retain_leaves_the_card_where_it_was() throws DeviceFault {
    insert(Wallet.OWN);
    reader.eject();
    machine.machine().saboteur().arm(Sabotage.once(Fault.RETAIN_FAILS));
    assertFault(Kind.HARDWARE, reader::retain);
    assertThat(reader.media()).isEqualTo(Media.AT_EXIT);
    assertThat(machine.machine().customer().takeCard()).contains(Wallet.OWN);
  }

  @Test
  void a_full_bin_retains_nothing_and_needs_an_operator() throws Exception {
    use(
        MachineSpec.STANDARD.withReader(new CardReader.Capabilities(false, false, true, true, 1)),
        LayoutTable.V3_30);
    insert(Wallet.OWN);
    reader.retain();
    assertThat(bench.posted()).containsExactly(new DeviceChanged(DeviceName.CARD_READER));
    assertThat(reader.status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
    insert(Wallet.VISA);
    assertFault(Kind.FULL, reader::retain);
    assertThat(reader.media()).isEqualTo(Media.INSIDE);

    machine.machine().operator().emptyBins();
    assertThat(bench.posted()).containsExactly(new DeviceChanged(DeviceName.CARD_READER));
    assertThat(reader.status()).isEqualTo(DeviceStatus.ONLINE);
    reader.retain();
  }

  @Test
  void off_the_line_it_knows_nothing_and_does_nothing() throws DeviceFault {
    insert(Wallet.OWN);
    machine.machine().saboteur().arm(Sabotage.lasting(Fault.CARD_READER_OFFLINE));
    assertThat(bench.posted()).containsExactly(new DeviceChanged(DeviceName.CARD_READER));
    assertThat(reader.status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(reader.media()).isEqualTo(Media.UNKNOWN);
    assertFault(Kind.OFFLINE, reader::readTrack2);
    assertFault(Kind.OFFLINE, reader::readTrack2);
    assertFault(Kind.OFFLINE, reader::eject);
    assertFault(Kind.OFFLINE, reader::reset);
    assertFault(Kind.OFFLINE, () -> reader.accept(true));

    machine.machine().saboteur().clear(Fault.CARD_READER_OFFLINE);
    assertThat(bench.posted()).containsExactly(new DeviceChanged(DeviceName.CARD_READER));
    reader.eject();
  }

  @Test
  void a_slot_that_could_not_be_closed_is_closed_when_the_reader_is_back() throws DeviceFault {
    reader.accept(true);
    machine.machine().saboteur().arm(Sabotage.lasting(Fault.CARD_READER_OFFLINE));
    assertFault(Kind.OFFLINE, () -> reader.accept(false));
    machine.machine().saboteur().clear(Fault.CARD_READER_OFFLINE);
    assertThat(machine.machine().slotOpen()).isTrue();
    bench.rest();
    assertThat(machine.machine().slotOpen()).isFalse();
  }

  @Test
  void opens_a_slot_again_that_the_service_has_closed_by_itself() throws Exception {
    XfsMachine.StubbornReader stubborn = machine.stubbornReader();
    reader.accept(true);
    stubborn.ends(Xfs.WFS_ERR_TIMEOUT);
    assertThat(bench.posted()).containsExactly(new DeviceChanged(DeviceName.CARD_READER));
    assertThat(reader.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(stubborn.begun()).isEqualTo(2);

    stubborn.ends(Idc.WFS_ERR_IDC_INVALIDMEDIA);
    assertThat(reader.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(stubborn.begun()).as("not at once again").isEqualTo(2);
    bench.pass(Duration.ofSeconds(2));
    assertThat(reader.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(stubborn.begun()).isEqualTo(3);
    reader.accept(false);
  }

  @Test
  void a_reader_that_refuses_to_open_says_so_and_is_not_tried_again_unasked() throws Exception {
    machine.machine().saboteur().arm(Sabotage.once(Fault.CARD_READER_OFFLINE));
    bench.posted();
    assertFault(Kind.OFFLINE, () -> reader.accept(true));
    assertThat(bench.posted()).isEmpty();
    machine.seen();
    bench.pass(Duration.ofMinutes(2));
    assertThat(reader.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(machine.seen()).isEmpty();
  }

  @Test
  void notices_a_card_by_its_data_where_the_service_tells_of_no_card() throws Exception {
    XfsMachine.StubbornReader stubborn = machine.stubbornReader();
    reader.accept(true);
    stubborn.reads(";" + Wallet.OWN.track2().reveal() + "?");
    assertThat(bench.posted()).containsExactly(new CardInserted());
    reader.accept(false);
    assertThat(reader.readTrack2().reveal()).isEqualTo(Wallet.OWN.track2().reveal());
  }

  @Test
  void what_is_on_a_strange_card_is_told_to_nobody() throws Exception {
    XfsMachine.StubbornReader stubborn = machine.stubbornReader();
    reader.accept(true);
    stubborn.reads(PAN + "=99");
    assertThat(bench.posted()).containsExactly(new CardInserted());
    assertFault(Kind.UNREADABLE, reader::readTrack2);
  }

  @Test
  void a_lost_service_comes_back_with_an_open_slot() throws Exception {
    reader.accept(true);
    machine
        .manager()
        .mischief()
        .armInfo(
            XfsMachine.IDC,
            Idc.WFS_INF_IDC_STATUS,
            org.silverteller.simulator.xfs.XfsFault.CONNECTION_LOST);
    assertThat(reader.status()).isEqualTo(DeviceStatus.OFFLINE);
    bench.posted();
    bench.pass(Duration.ofSeconds(2));
    assertThat(reader.status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(bench.posted()).contains(new DeviceChanged(DeviceName.CARD_READER));
    assertThat(machine.machine().customer().insertCard(Wallet.OWN)).isTrue();
    assertThat(bench.posted()).containsExactly(new CardInserted());
    assertThat(reader.readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
  }

  // ---- power

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"CARD_SLOT_SET", "STRIPE_READ", "CARD_EJECTED"})
  void a_power_cut_inside_a_command_is_a_power_cut_for_the_terminal(Effect moment)
      throws DeviceFault {
    machine
        .machine()
        .hook(
            new EffectHook() {
              @Override
              public void before(Effect effect) {}

              @Override
              public void after(Effect effect) {
                if (effect == moment) {
                  throw new PowerCut("test");
                }
              }
            });
    assertThatThrownBy(this::visit).isInstanceOf(PowerCut.class);
    assertThat(machine.machine().powered()).isFalse();
    machine.manager().powerLost();
  }

  private void visit() throws DeviceFault {
    reader.accept(true);
    machine.machine().customer().insertCard(Wallet.OWN);
    reader.accept(false);
    reader.readTrack2();
    reader.eject();
  }

  @Test
  void a_power_cut_while_the_slot_is_closed_is_one_too() throws DeviceFault {
    reader.accept(true);
    machine
        .machine()
        .hook(
            new EffectHook() {
              @Override
              public void before(Effect effect) {
                throw new PowerCut("test");
              }

              @Override
              public void after(Effect effect) {}
            });
    assertThatThrownBy(() -> reader.accept(false)).isInstanceOf(PowerCut.class);
    machine.manager().powerLost();
  }

  // ---- versions

  @Test
  void serves_a_card_through_a_service_of_the_first_version() throws Exception {
    use(MachineSpec.STANDARD, LayoutTable.V3_00);
    insert(Wallet.OWN);
    reader.accept(false);
    assertThat(reader.readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
    reader.eject();
    assertThat(reader.media()).isEqualTo(Media.AT_EXIT);
    reader.retain();
    assertThat(reader.retained()).isEqualTo(1);
    reader.reset();
    assertThat(reader.status()).isEqualTo(DeviceStatus.ONLINE);
  }

  // ---- the chip

  @Test
  void says_that_a_card_without_a_chip_does_not_answer() throws Exception {
    use(
        MachineSpec.STANDARD.withReader(new CardReader.Capabilities(true, false, true, true, 20)),
        LayoutTable.V3_30);
    assertThat(reader.capabilities().chip()).isTrue();
    assertFault(Kind.NO_MEDIA, () -> reader.chipPower(Idc.WFS_IDC_CHIPPOWERCOLD));
    insert(Wallet.OWN);
    reader.readTrack2();
    assertFault(Kind.UNREADABLE, () -> reader.chipPower(Idc.WFS_IDC_CHIPPOWERWARM));
    assertFault(Kind.UNREADABLE, () -> reader.chipIo(Idc.WFS_IDC_CHIPT0, new byte[] {0}));
    assertThat(reader.chipPower(Idc.WFS_IDC_CHIPPOWEROFF)).isEmpty();
  }

  @Test
  void has_no_chip_contacts_where_the_capabilities_say_so() {
    assertFault(Kind.UNSUPPORTED, () -> reader.chipPower(Idc.WFS_IDC_CHIPPOWERCOLD));
    assertFault(Kind.UNSUPPORTED, () -> reader.chipIo(Idc.WFS_IDC_CHIPT1, new byte[] {0}));
  }

  @Test
  void speaks_with_a_chip() throws DeviceFault {
    byte[] atr = {0x3B, 0x65, 0, 0, 0x20, 0x63, (byte) 0xCB, 0x68, 0};
    byte[] selected = {0x6F, 0x01, (byte) 0x90, 0};
    machine.chipInReader(atr, selected);
    assertThat(reader.chipPower(Idc.WFS_IDC_CHIPPOWERCOLD)).isEqualTo(atr);
    assertThat(reader.chipIo(Idc.WFS_IDC_CHIPT0, new byte[] {0, (byte) 0xA4, 4, 0}))
        .containsExactly(0, 0xA4, 4, 0, 0x6F, 0x01, 0x90, 0);
  }
}
