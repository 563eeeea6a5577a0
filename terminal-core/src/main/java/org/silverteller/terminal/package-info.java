/** The terminal as a whole: boot, recover, serve, stop. */
package org.silverteller.terminal;
