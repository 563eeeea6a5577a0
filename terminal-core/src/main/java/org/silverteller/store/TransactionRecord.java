package org.silverteller.store;

import java.time.LocalDateTime;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/**
 * One transaction as it stands on disk.
 *
 * @param id counts up from 1 on this machine for ever; given to the dispenser as the reference of
 *     the bundle
 * @param rrn field 37, twelve characters
 * @param time local transaction time
 * @param account kept sealed; empty once the transaction is final, nothing is owed for it and no
 *     suspense case is open, for the store then drops it
 * @param maskedAccount as it may be shown, kept for ever
 * @param amount asked for; zero for an inquiry
 * @param planned the notes that were to be stacked last
 * @param counted what the dispenser counted
 * @param presented what came into the customer's reach
 * @param retracted what came back
 * @param stored what a deposit brought into the cash units
 * @param responseCode field 39, or empty
 * @param authCode field 38, or empty
 * @param settlementDate field 15, MMDD, or empty
 * @param counterpart to whom or about what, masked, for slip and journal; or empty
 */
public record TransactionRecord(
    long id,
    Service service,
    TransactionState state,
    Stan stan,
    String rrn,
    LocalDateTime time,
    Optional<AccountNumber> account,
    String maskedAccount,
    CardEntry entry,
    Money amount,
    NoteMix planned,
    NoteMix counted,
    NoteMix presented,
    NoteMix retracted,
    NoteMix stored,
    String responseCode,
    String authCode,
    String settlementDate,
    String counterpart) {

  public TransactionRecord {
    String shown = maskedAccount;
    if (account.isPresent() && !account.get().masked().equals(shown)) {
      throw new IllegalArgumentException(
          "transaction "
              + id
              + ": masked account '"
              + shown
              + "' is not that of its account "
              + account.get());
    }
  }

  public static TransactionRecord requested(
      long id,
      Service service,
      Stan stan,
      String rrn,
      LocalDateTime time,
      AccountNumber account,
      CardEntry entry,
      Money amount) {
    return new TransactionRecord(
        id,
        service,
        TransactionState.REQUESTED,
        stan,
        rrn,
        time,
        Optional.of(account),
        account.masked(),
        entry,
        amount,
        NoteMix.EMPTY,
        NoteMix.EMPTY,
        NoteMix.EMPTY,
        NoteMix.EMPTY,
        NoteMix.EMPTY,
        "",
        "",
        "",
        "");
  }

  public TransactionRecord in(TransactionState next) {
    return in(next, planned, counted, presented, retracted);
  }

  private TransactionRecord in(
      TransactionState next, NoteMix plan, NoteMix count, NoteMix reach, NoteMix back) {
    return new TransactionRecord(
        id,
        service,
        next,
        stan,
        rrn,
        time,
        account,
        maskedAccount,
        entry,
        amount,
        plan,
        count,
        reach,
        back,
        stored,
        responseCode,
        authCode,
        settlementDate,
        counterpart);
  }

  public TransactionRecord answered(
      TransactionState next, String code, String auth, String settlement) {
    return new TransactionRecord(
        id,
        service,
        next,
        stan,
        rrn,
        time,
        account,
        maskedAccount,
        entry,
        amount,
        planned,
        counted,
        presented,
        retracted,
        stored,
        code,
        auth,
        settlement,
        counterpart);
  }

  /** The same with what it is about. */
  public TransactionRecord about(String what) {
    return new TransactionRecord(
        id,
        service,
        state,
        stan,
        rrn,
        time,
        account,
        maskedAccount,
        entry,
        amount,
        planned,
        counted,
        presented,
        retracted,
        stored,
        responseCode,
        authCode,
        settlementDate,
        what);
  }

  public TransactionRecord stacking(NoteMix mix) {
    return in(TransactionState.STACKING, mix, counted, presented, retracted);
  }

  public TransactionRecord counted(NoteMix notes) {
    return in(TransactionState.COUNTED, planned, notes, presented, retracted);
  }

  public TransactionRecord presented(NoteMix notes) {
    return in(TransactionState.PRESENTED, planned, counted, notes, retracted);
  }

  public TransactionRecord retracted(NoteMix notes) {
    return in(TransactionState.RETRACTED, planned, counted, presented, notes);
  }

  /** The same without the account number, as it is kept once nothing more can need it. */
  public TransactionRecord withoutAccount() {
    return new TransactionRecord(
        id,
        service,
        state,
        stan,
        rrn,
        time,
        Optional.empty(),
        maskedAccount,
        entry,
        amount,
        planned,
        counted,
        presented,
        retracted,
        stored,
        responseCode,
        authCode,
        settlementDate,
        counterpart);
  }
}
