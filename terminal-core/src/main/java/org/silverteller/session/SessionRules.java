package org.silverteller.session;

import java.util.List;
import org.silverteller.device.PinPad.PinFormat;

/**
 * What the bank allows and offers, as a conversation needs it.
 *
 * @param terminalId field 41, printed on each slip
 * @param pinFormat as the host is configured
 * @param books how the bank's passbooks look and are printed
 * @param receiptHead lines at the top of each slip
 * @param receiptFoot lines at its end: hotlines
 */
public record SessionRules(
    String terminalId,
    WithdrawalRules withdrawal,
    PinRules pin,
    PinFormat pinFormat,
    BookRules books,
    List<String> receiptHead,
    List<String> receiptFoot) {}
