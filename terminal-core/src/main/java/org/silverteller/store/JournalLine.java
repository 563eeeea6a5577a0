package org.silverteller.store;

import java.time.LocalDateTime;

/**
 * A line of the electronic journal.
 *
 * @param number counts up from 1 without a gap
 */
public record JournalLine(long number, LocalDateTime time, String text) {}
