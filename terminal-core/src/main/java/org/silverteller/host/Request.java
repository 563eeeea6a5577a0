package org.silverteller.host;

import java.time.LocalDateTime;
import java.util.Optional;
import org.silverteller.device.PinBlock;
import org.silverteller.money.Money;

/**
 * A financial request (0200).
 *
 * @param stan field 11, new for every request
 * @param rrn field 37, twelve characters
 * @param time local transaction time (fields 7, 12, 13)
 * @param access the customer's account, and how it was read
 * @param pinBlock field 52
 * @param amount field 4; zero where no money is asked for
 * @param particulars what the service needs besides
 */
public record Request(
    Service service,
    Stan stan,
    String rrn,
    LocalDateTime time,
    Access access,
    Optional<PinBlock> pinBlock,
    Money amount,
    Particulars particulars) {}
