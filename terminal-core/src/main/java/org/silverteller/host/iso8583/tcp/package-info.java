/** The line to the bank over TCP and TLS. */
package org.silverteller.host.iso8583.tcp;
