/** Serial numbers of notes in FSN files (the 2014 form), and what finds them again. */
package org.silverteller.store.fsn;
