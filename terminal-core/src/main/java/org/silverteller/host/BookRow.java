package org.silverteller.host;

import java.time.LocalDate;
import org.silverteller.money.Money;

/**
 * One row of a passbook as the bank wants it on paper.
 *
 * @param line on its page, from 1, the fold not counted
 * @param debit money that left the account; shown with a minus sign
 * @param balance after this row, as the book tells it
 * @param teller who posted it: a teller, a branch or a machine
 * @param summary what it was, in the bank's words
 */
public record BookRow(
    int line,
    LocalDate date,
    boolean debit,
    Money amount,
    Money balance,
    String teller,
    String summary) {}
