package org.silverteller.session;

import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;

/**
 * What the customer has confirmed.
 *
 * @param receipt a slip is wanted and can be printed
 */
record Order(Money amount, NoteMix mix, boolean receipt) {}
