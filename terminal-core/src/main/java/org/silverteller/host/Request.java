package org.silverteller.host;

import java.time.LocalDateTime;
import java.util.Optional;
import org.silverteller.card.Track2;
import org.silverteller.device.PinBlock;
import org.silverteller.money.Money;

/**
 * A financial request (0200).
 *
 * @param stan field 11, new for every request
 * @param rrn field 37, twelve characters
 * @param time local transaction time (fields 7, 12, 13)
 * @param track2 fields 2, 14 and 35
 * @param pinBlock field 52
 * @param amount field 4; zero for a balance inquiry
 */
public record Request(
    Service service,
    Stan stan,
    String rrn,
    LocalDateTime time,
    Track2 track2,
    CardEntry entry,
    Optional<PinBlock> pinBlock,
    Money amount) {}
