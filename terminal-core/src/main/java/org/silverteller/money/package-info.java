/** Money, notes and how an amount is paid in notes. */
package org.silverteller.money;
