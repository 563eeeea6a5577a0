/** The branches of the terminal that the tests of all modules take together. */
package org.silverteller.coverage;
