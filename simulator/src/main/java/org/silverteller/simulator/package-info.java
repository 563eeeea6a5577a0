/** Virtual hardware, a virtual bank and virtual people. */
package org.silverteller.simulator;
