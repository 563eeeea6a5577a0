package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silverteller.DecisionTable;
import org.silverteller.device.CashDispenser.Capabilities;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.ScriptedDispenser;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/** What a dispenser's memory and sensors prove, and what they do not. */
class BundleEvidenceTest {

  private static final long ID = 7;

  private static final NoteMix BUNDLE =
      new NoteMix(List.of(new NoteMix.Part(UnitId.of("CASS1"), Denomination.of(100), 5)));

  /**
   * Record, present status, whose reference it bears, exit, and whether the device can retract, or
   * has neither that nor a sensor.
   */
  private static final DecisionTable VERDICTS =
      DecisionTable.of(
          """
          STACKING/COUNTED/PRESENTING           | NOT_PRESENTED      | own        | EMPTY/UNKNOWN | *       | INSIDE
          STACKING/COUNTED/PRESENTING           | NOT_PRESENTED      | own        | NOT_EMPTY     | *       | UNKNOWN
          PRESENTED                             | NOT_PRESENTED      | own        | *             | *       | UNKNOWN
          COUNTED                               | PRESENTED/TAKEN    | own        | *             | *       | UNKNOWN
          STACKING/PRESENTING/PRESENTED         | PRESENTED          | own        | EMPTY         | *       | GONE
          STACKING/PRESENTING/PRESENTED         | PRESENTED          | own        | NOT_EMPTY     | *       | AT_EXIT
          STACKING/PRESENTING/PRESENTED         | PRESENTED          | own        | UNKNOWN       | retract | AT_EXIT
          STACKING/PRESENTING/PRESENTED         | PRESENTED          | own        | UNKNOWN       | none    | UNKNOWN
          STACKING/PRESENTING/PRESENTED         | PRESENTED          | own        | UNKNOWN       | tray    | GONE
          STACKING/PRESENTING/PRESENTED         | TAKEN              | own        | EMPTY/UNKNOWN | *       | GONE
          STACKING/PRESENTING/PRESENTED         | TAKEN              | own        | NOT_EMPTY     | *       | UNKNOWN
          *                                     | RETRACTED          | own        | *             | *       | RETRACTED
          *                                     | UNKNOWN            | own        | *             | *       | UNKNOWN
          STACKING                              | *                  | other      | EMPTY/UNKNOWN | *       | INSIDE
          STACKING                              | *                  | other      | NOT_EMPTY     | *       | UNKNOWN
          STACKING                              | NOT_PRESENTED      | none       | EMPTY/UNKNOWN | *       | INSIDE
          STACKING                              | NOT_PRESENTED      | none       | NOT_EMPTY     | *       | UNKNOWN
          STACKING                              | PRESENTED/TAKEN/RETRACTED/UNKNOWN | none | *    | *       | UNKNOWN
          COUNTED                               | NOT_PRESENTED      | other/none | EMPTY/UNKNOWN | *       | INSIDE
          COUNTED                               | NOT_PRESENTED      | other/none | NOT_EMPTY     | *       | UNKNOWN
          COUNTED                               | PRESENTED/TAKEN/RETRACTED/UNKNOWN | other/none | * | *    | UNKNOWN
          PRESENTING/PRESENTED                  | *                  | other/none | *             | *       | UNKNOWN
          """);

  /** One answer of a device to the question where the bundle is. */
  record Case(
      TransactionState record,
      PresentStatus.State status,
      String reference,
      Position exit,
      String retract) {

    BundleEvidence evidence() throws Exception {
      ScriptedDispenser dispenser = new ScriptedDispenser();
      dispenser.can =
          new Capabilities(true, true, retract.equals("retract"), !retract.equals("tray"), 40);
      dispenser.exit = exit;
      long told = reference.equals("own") ? ID : reference.equals("other") ? ID - 1 : 0;
      dispenser.status = Optional.of(new PresentStatus(status, new Counted(BUNDLE, 0), told));
      return BundleEvidence.of(dispenser, approved().in(record));
    }
  }

  static List<Case> every_answer_of_a_device() {
    List<Case> cases = new ArrayList<>();
    for (TransactionState record :
        List.of(
            TransactionState.STACKING,
            TransactionState.COUNTED,
            TransactionState.PRESENTING,
            TransactionState.PRESENTED)) {
      for (PresentStatus.State status : PresentStatus.State.values()) {
        for (String reference : List.of("own", "other", "none")) {
          for (Position exit : Position.values()) {
            cases.add(new Case(record, status, reference, exit, "retract"));
            cases.add(new Case(record, status, reference, exit, "none"));
            cases.add(new Case(record, status, reference, exit, "tray"));
          }
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("every_answer_of_a_device")
  void every_answer_of_a_device_has_its_row(Case one) throws Exception {
    assertThat(one.evidence().verdict())
        .hasToString(
            VERDICTS.outcome(
                one.record(), one.status(), one.reference(), one.exit(), one.retract()));
  }

  @Test
  void a_bundle_that_came_out_is_told_with_its_notes_and_with_the_words_of_the_device()
      throws Exception {
    BundleEvidence evidence =
        new Case(
                TransactionState.PRESENTING,
                PresentStatus.State.TAKEN,
                "own",
                Position.EMPTY,
                "retract")
            .evidence();
    assertThat(evidence.bundle()).isEqualTo(BUNDLE);
    assertThat(evidence.lines())
        .containsExactly(
            "present status TAKEN reference 7 bundle 100x5",
            "dispenser ONLINE transport EMPTY exit EMPTY");
  }

  @Test
  void a_device_that_does_not_answer_proves_nothing_and_that_too_is_told() throws Exception {
    ScriptedDispenser mute = new ScriptedDispenser();
    mute.exit = Position.UNKNOWN;
    BundleEvidence evidence = BundleEvidence.of(mute, approved().in(TransactionState.PRESENTING));
    assertThat(evidence.verdict()).isEqualTo(BundleEvidence.Verdict.UNKNOWN);
    assertThat(evidence.bundle()).isEqualTo(NoteMix.EMPTY);
    assertThat(evidence.lines())
        .containsExactly(
            "no present status: CASH_DISPENSER OFFLINE",
            "dispenser " + mute.status() + " transport " + mute.transport() + " exit UNKNOWN");
  }

  /** A withdrawal of 500 yuan. */
  static TransactionRecord approved() {
    return TransactionRecord.requested(
            ID,
            Service.WITHDRAWAL,
            new Stan(17),
            "616909000017",
            LocalDateTime.of(2026, 6, 18, 9, 0),
            Booth.track2().pan(),
            CardEntry.STRIPE,
            Money.ofYuan(500))
        .in(TransactionState.APPROVED);
  }
}
