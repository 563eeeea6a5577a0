package org.silverteller.host;

import org.silverteller.card.AccountNumber;
import org.silverteller.card.PayeeName;
import org.silverteller.device.PinBlock;

/** What a request tells besides account and amount. Each kind belongs to the services it names. */
public sealed interface Particulars {

  /** The PIN that is to hold, as the pad has encrypted it. It is its maker's to erase. */
  record NewPin(PinBlock block) implements Particulars {}

  /** Nothing more. */
  record None() implements Particulars {}

  Particulars NONE = new None();

  /** The other side, masked, as the record keeps it for slip and journal; empty for none. */
  default String counterpart() {
    return "";
  }

  /**
   * {@link Service#PAYEE_CHECK}: the account that the money would go to (field 103).
   *
   * @param from field 102
   */
  record Payee(AccountNumber from, AccountNumber to) implements Particulars {
    @Override
    public String counterpart() {
      return PayeeName.tail(to);
    }
  }

  /**
   * {@link Service#TRANSFER_OWN} and {@link Service#TRANSFER_OTHER}: fields 102 and 103.
   *
   * @param later posted after 24 hours, cancellable until then (service rules 5.1); otherwise at
   *     once
   */
  record Transfer(AccountNumber from, AccountNumber to, PayeeName name, boolean later)
      implements Particulars {
    @Override
    public String counterpart() {
      return PayeeName.tail(to) + " " + name.shown() + (later ? " 24H" : " AT ONCE");
    }
  }

  /**
   * {@link Service#TRANSFER_CANCEL}.
   *
   * @param reference of the pending transfer, as the host has listed it
   */
  record Cancel(String reference) implements Particulars {
    @Override
    public String counterpart() {
      return "REF " + reference;
    }
  }
}
