/**
 * A virtual XFS manager with its service providers, behind real C function pointers and in real
 * native memory, over the one physical truth. It knows nothing of the bridge: it reads and writes
 * memory by the measured layout tables.
 */
package org.silverteller.simulator.xfs;
