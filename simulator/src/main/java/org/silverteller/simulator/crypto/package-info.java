/**
 * What the virtual PIN pad and the virtual bank compute alike: ciphers, MACs and PIN blocks, in
 * software and with keys in clear.
 */
package org.silverteller.simulator.crypto;
