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
 * @param amount asked for; zero for an inquiry, and for a deposit until the customer confirms it
 * @param planned the notes that were to be stacked last; of a deposit, what the acceptor's units
 *     held before it was told to store
 * @param counted what the dispenser counted; of a deposit, what lay in escrow when it was confirmed
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

  /** The same, with what is said of what it is about or of the other side, masked. */
  public TransactionRecord about(String other) {
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
        other);
  }

  public TransactionRecord in(TransactionState next) {
    return copy(next, amount, planned, counted, presented, retracted, stored);
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

  public TransactionRecord stacking(NoteMix mix) {
    return copy(TransactionState.STACKING, amount, mix, counted, presented, retracted, stored);
  }

  public TransactionRecord counted(NoteMix notes) {
    return copy(TransactionState.COUNTED, amount, planned, notes, presented, retracted, stored);
  }

  public TransactionRecord presented(NoteMix notes) {
    return copy(TransactionState.PRESENTED, amount, planned, counted, notes, retracted, stored);
  }

  public TransactionRecord retracted(NoteMix notes) {
    return copy(TransactionState.RETRACTED, amount, planned, counted, presented, notes, stored);
  }

  /** A deposit as the customer has confirmed it: what lies in escrow is what the bank is asked. */
  public TransactionRecord confirmed(NoteMix escrow) {
    return copy(
        TransactionState.REQUESTED, escrow.total(), planned, escrow, presented, retracted, stored);
  }

  /**
   * A deposit about to be stored.
   *
   * @param before what the acceptor's units hold until then
   */
  public TransactionRecord storing(NoteMix before) {
    return copy(TransactionState.STORING, amount, before, counted, presented, retracted, stored);
  }

  public TransactionRecord stored(NoteMix notes) {
    return copy(TransactionState.STORED, amount, planned, counted, presented, retracted, notes);
  }

  /** A deposit in the state it is in, with what was drawn into the retract unit. */
  public TransactionRecord drawnIn(NoteMix notes) {
    return copy(state, amount, planned, counted, presented, notes, stored);
  }

  private TransactionRecord copy(
      TransactionState next,
      Money asked,
      NoteMix plan,
      NoteMix count,
      NoteMix reach,
      NoteMix back,
      NoteMix kept) {
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
        asked,
        plan,
        count,
        reach,
        back,
        kept,
        responseCode,
        authCode,
        settlementDate,
        counterpart);
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
