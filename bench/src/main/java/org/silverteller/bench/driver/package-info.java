/**
 * Hardware for the terminal whose start and memory are measured: as little as answers sensibly, for
 * the terminal is the thing measured. A jar of its own, because the measured process has no
 * simulator on its class path.
 */
package org.silverteller.bench.driver;
