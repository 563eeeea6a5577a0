/** Pages to pixels and speech: profiles, texts, fonts and the painters. */
package org.silverteller.ui;
