package org.silverteller.session;

import java.util.List;
import org.silverteller.device.PinPad.PinFormat;

/**
 * What the bank allows and offers, as a conversation needs it.
 *
 * @param terminalId field 41, printed on each slip
 * @param deposit what is taken at once
 * @param transfer what may be transferred here
 * @param guard the questions against fraud
 * @param pinFormat as the host is configured
 * @param books how the bank's passbooks look and are printed
 * @param receiptHead lines at the top of each slip
 * @param receiptFoot lines at its end: hotlines
 */
public record SessionRules(
    String terminalId,
    WithdrawalRules withdrawal,
    DepositRules deposit,
    PinRules pin,
    TransferRules transfer,
    GuardRules guard,
    PinFormat pinFormat,
    BookRules books,
    List<String> receiptHead,
    List<String> receiptFoot) {}
