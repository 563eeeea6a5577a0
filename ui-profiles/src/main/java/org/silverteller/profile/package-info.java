/** Pages to pixels and speech, under a profile and a language. */
package org.silverteller.profile;
