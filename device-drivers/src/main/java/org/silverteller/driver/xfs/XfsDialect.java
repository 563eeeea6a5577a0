package org.silverteller.driver.xfs;

import java.nio.charset.Charset;

/**
 * How a service fills memory.
 *
 * @param version of the structures, as negotiated when it was opened
 * @param charset of its CHAR strings, which the standard leaves open
 */
record XfsDialect(XfsVersion version, Charset charset) {}
