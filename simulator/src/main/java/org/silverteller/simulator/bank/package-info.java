/**
 * A virtual bank: accounts, cards, keys, the decisions of an acquirer and of the issuers behind it,
 * and every way in which a host can fail to answer properly.
 */
package org.silverteller.simulator.bank;
