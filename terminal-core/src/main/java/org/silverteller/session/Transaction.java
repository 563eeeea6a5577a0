package org.silverteller.session;

/** One service to a customer whose card is inside. */
interface Transaction {

  /** What comes after it. */
  enum Next {
    /** The menu again; the card is inside. */
    MENU,
    /** The card goes back. */
    RETURN_CARD,
    /** The card has gone back already, or is kept; good-bye. */
    GOODBYE
  }

  Next run() throws Cancelled;
}
