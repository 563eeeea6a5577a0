/**
 * The CEN/XFS 3.x bridge (CWA 16926): ports of the terminal over a vendor's XFS manager, reached by
 * JNA. Function, structure, field and constant names are the standard's own.
 */
package org.silverteller.driver.xfs;
