/** What can happen to a terminal, and the one place where it waits. */
package org.silverteller.event;
