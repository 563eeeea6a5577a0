/** The control socket and its client. */
package org.silverteller.maintenance;
