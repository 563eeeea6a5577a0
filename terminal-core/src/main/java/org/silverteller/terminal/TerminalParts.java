package org.silverteller.terminal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardTable;
import org.silverteller.device.Hardware;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.event.Inbox;
import org.silverteller.host.HostLink;
import org.silverteller.money.ExactMixPlanner;
import org.silverteller.money.MixPlanner;
import org.silverteller.page.Language;
import org.silverteller.page.Painter;
import org.silverteller.session.AcceptorCare;
import org.silverteller.session.AdviceQueue;
import org.silverteller.session.Desk;
import org.silverteller.session.Dialogue;
import org.silverteller.session.GuardRules;
import org.silverteller.session.Ledger;
import org.silverteller.session.NoteRegister;
import org.silverteller.session.ProfileSwitch;
import org.silverteller.session.SessionRules;
import org.silverteller.store.NoteArchive;
import org.silverteller.store.Store;
import org.silverteller.terminal.ProfileRules.Hints;

/**
 * The parts of one terminal, put together. The same for a branch, the bench and the torture
 * chamber: they differ in what they hand in.
 */
public final class TerminalParts {

  private final Hardware hardware;
  private final Store store;
  private final Inbox inbox;
  private final Dialogue dialogue;
  private final Ledger ledger;
  private final HostDuty hostDuty;
  private final NoteRegister notes;
  private final Operator operator;
  private final Desk desk;
  private final OutOfService outOfService;
  private final AcceptorCare acceptorCare;

  /**
   * What differs between the worlds.
   *
   * @param inbox also measures every time-out
   * @param clock of day, for dates and times that are told; may be set at any moment
   * @param zone of the machine's place, for local transaction times
   * @param echoEvery a quiet line is asked for a sign of life this often
   * @param guard the questions against fraud
   * @param completions tell the own bank the actual amount after each payment (0220)
   * @param noteArchive keeps the serial numbers of notes
   */
  public record Surroundings(
      Hardware hardware,
      Store store,
      HostLink host,
      Inbox inbox,
      InstantSource clock,
      ZoneId zone,
      Painter painter,
      CardTable cards,
      GuardRules guard,
      PinFormat pinFormat,
      Duration echoEvery,
      boolean completions,
      NoteArchive noteArchive) {}

  private TerminalParts(TerminalConfig config, Surroundings in) {
    this.hardware = in.hardware();
    this.store = in.store();
    this.inbox = in.inbox();
    this.ledger =
        new Ledger(
            store, in.clock(), in.zone(), in.cards(), hardware.dispenser(), in.completions());
    this.notes =
        new NoteRegister(
            config.terminalId(), config.serials(), in.noteArchive(), hardware, store, ledger);
    this.operator =
        new Operator(
            new OperatorAnswers(config.terminalId(), hardware, in.host(), store, notes),
            new SuspenseOffice(store, ledger, config.operators()),
            new UnitsOffice(hardware.dispenser(), ledger),
            new SerialsOffice(in.noteArchive(), config.serials(), notes),
            config.operators(),
            ledger);
    this.dialogue = new Dialogue(inbox, hardware, in.painter(), operator, ownLanguageFirst(config));
    this.outOfService =
        new OutOfService(
            config.terminalId(), config.operators(), inbox, hardware, ledger.now().toString());
    this.acceptorCare = new AcceptorCare(hardware.cashAcceptor(), ledger);
    AdviceQueue advices = new AdviceQueue(store, in.host(), ledger);
    this.hostDuty = new HostDuty(in.host(), advices, ledger, inbox, in.echoEvery());
    this.desk =
        new Desk(
            hardware,
            in.host(),
            store,
            in.cards(),
            planner(config, hardware),
            rules(config, in),
            dialogue,
            ledger,
            advices,
            acceptorCare,
            new ProfileSwitch(
                dialogue,
                (product, band) -> config.profiles().choose(hints(product).withAgeBand(band))),
            notes);
  }

  /** What card or book tells: without a card it is a passbook. */
  private static Hints hints(Optional<CardProduct> product) {
    return product
        .map(card -> Hints.NONE.withSeniorCard(card.senior()))
        .orElseGet(Hints.NONE::withPassbook);
  }

  public static Terminal terminal(TerminalConfig config, Surroundings surroundings) {
    return new Terminal(new TerminalParts(config, surroundings));
  }

  /** The bank's limit on a bundle, or the dispenser's own where that is lower. */
  private static MixPlanner planner(TerminalConfig config, Hardware hardware) {
    return new ExactMixPlanner(
        config.mix().withBundleAtMost(hardware.dispenser().capabilities().maxNotes()));
  }

  private static List<Language> ownLanguageFirst(TerminalConfig config) {
    Language own = config.languages().first();
    return Stream.concat(
            Stream.of(own),
            config.languages().offered().stream().filter(other -> !other.equals(own)))
        .toList();
  }

  private static SessionRules rules(TerminalConfig config, Surroundings in) {
    return new SessionRules(
        config.terminalId(),
        config.withdrawal(),
        config.deposit(),
        config.pin(),
        config.transfer(),
        in.guard(),
        in.pinFormat(),
        config.passbook(),
        config.receipt().header(),
        config.receipt().footer());
  }

  Hardware hardware() {
    return hardware;
  }

  Inbox inbox() {
    return inbox;
  }

  Dialogue dialogue() {
    return dialogue;
  }

  Ledger ledger() {
    return ledger;
  }

  HostDuty hostDuty() {
    return hostDuty;
  }

  Operator operator() {
    return operator;
  }

  Desk desk() {
    return desk;
  }

  NoteRegister notes() {
    return notes;
  }

  OutOfService outOfService() {
    return outOfService;
  }

  Availability availability() {
    return new Availability(hardware, store, hostDuty, acceptorCare);
  }

  Recovery recovery() {
    return new Recovery(store, ledger, hardware, acceptorCare);
  }
}
