package org.silverteller.host.iso8583;

/**
 * Field 3 of transfers and of what belongs to them. 40 is between a customer's own accounts, 46 to
 * somebody else's; the others are private to the bank.
 *
 * @param own between accounts of one customer
 * @param other to another person's account
 * @param accounts the list of the customer's accounts
 * @param payeeCheck the question about a payee
 * @param pending the list of transfers that are not posted yet
 * @param cancel takes one of these back
 * @param caseAlert tells of a transfer stopped at a case account
 */
public record TransferCodes(
    String own,
    String other,
    String accounts,
    String payeeCheck,
    String pending,
    String cancel,
    String caseAlert) {

  public static final TransferCodes DEFAULT =
      new TransferCodes("400000", "460000", "360000", "370000", "390000", "480000", "490000");

  public TransferCodes {
    HostConfig.Codes.refuseUnlessDigits("own", own, 6, 6);
    HostConfig.Codes.refuseUnlessDigits("other", other, 6, 6);
    HostConfig.Codes.refuseUnlessDigits("accounts", accounts, 6, 6);
    HostConfig.Codes.refuseUnlessDigits("payeeCheck", payeeCheck, 6, 6);
    HostConfig.Codes.refuseUnlessDigits("pending", pending, 6, 6);
    HostConfig.Codes.refuseUnlessDigits("cancel", cancel, 6, 6);
    HostConfig.Codes.refuseUnlessDigits("caseAlert", caseAlert, 6, 6);
  }
}
