/**
 * The host link over ISO 8583:1987: messages as values, their bytes in a dialect (J8583), MAC
 * blocks, response codes, and the link itself over TCP and TLS.
 *
 * <h2>What the messages hold in the terminal dialect</h2>
 *
 * <pre>
 * 0200 withdrawal  2 3 4 7 11 12 13 14 18 22 25 26 32 33 35 37 41 42 43 49 52 53 60 [63] 64
 * 0200 balance     the same without 4
 * 0210             2 3 4 7 11 12 13 15 18 25 32 33 37 [38] 39 41 42 [48 age band] 49 [54] 60 64
 * 0220 completion  2 3 4(actual) 7 11 12 13 18 22 25 32 33 37 [38] 41 42 43 49 60(reason) 90 128
 * 0420 and 0421    2 3 4(original) 7 11 12 13 18 22 25 32 33 37 [38] 39 41 42 43 49 53 60(reason) 90 [95] 128
 * 0230 and 0430    the echo of 2 3 4 7 11 12 13 18 25 32 33 37 41 42 49, and 15 39 60 90 128
 * 0800 sign-on     11 41 42 60(00, batch, 001)
 * 0810 sign-on     11 12 13 15 32 37 39 41 42 60 62(keys)
 * 0800/0820        7 11 33 70 [53 62 for 101] with 0810/0830 7 11 33 39 70
 * </pre>
 *
 * Field 60 is 60.1 reason (00, or the reason of an advice), 60.2 batch number (6 digits), and in
 * network messages 60.3: 001 sign-on. Field 39 of a reversal is the reason too. Field 62 holds one
 * working key after another, each encrypted under the master key and followed by the four leading
 * bytes of its check value: PIN key, then MAC key. Field 63 is {@code SM} and a PIN block of 16
 * bytes, instead of field 52. Field 95 is 42 characters: the actual amount (12), then zeros. A MAC
 * stands in 64, or in 128 when any field beyond 64 is there.
 */
package org.silverteller.host.iso8583;
