/** The ports of the devices, in the vocabulary of CEN/XFS. */
package org.silverteller.device;
