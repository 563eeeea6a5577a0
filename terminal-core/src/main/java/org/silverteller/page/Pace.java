package org.silverteller.page;

import java.time.Duration;

/**
 * How a profile waits for its customer, and how much it shows at once (service rules 1.2 and 6.2).
 *
 * @param idle silence before the customer is asked whether more time is wanted
 * @param moreTime how long that question stands
 * @param takeCard from eject to retain
 * @param takeBook from eject to retain
 * @param takeCash from present to retract
 * @param notice how long a notice stays that needs no answer
 * @param optionsPerPage the most options on one page, the fixed bar not counted
 */
public record Pace(
    Duration idle,
    Duration moreTime,
    Duration takeCard,
    Duration takeBook,
    Duration takeCash,
    Duration notice,
    int optionsPerPage) {}
