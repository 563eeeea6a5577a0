/** Ports to real hardware. */
package org.silverteller.driver;
