/** Cards: numbers that mask themselves, tracks, schemes and ranges. */
package org.silverteller.card;
