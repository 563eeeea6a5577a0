package org.silverteller.money;

/**
 * One way to pay an amount, as shown to the customer with pictures and counts.
 *
 * @param policy what makes this offer different from the others
 * @param mix the notes
 */
public record MixOffer(MixPolicy policy, NoteMix mix) {}
