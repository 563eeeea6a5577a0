/** Scripted customers in virtual time, and the transcripts of what then happened. */
package org.silverteller.simulator.scenario;
