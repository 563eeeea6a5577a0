/** The bank as the terminal speaks to it. */
package org.silverteller.host;
