package org.silverteller.card;

/**
 * What a passbook's stripe tells of it.
 *
 * @param account whose book it is
 * @param voucher batch and number of the book itself, digits
 */
public record BookIdentity(BookAccount account, String voucher) {}
