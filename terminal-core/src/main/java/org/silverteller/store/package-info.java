/** The durable record: transactions, what is owed, the electronic journal. */
package org.silverteller.store;
