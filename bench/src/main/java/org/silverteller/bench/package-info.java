/** Benchmarks, each a figure the README names. */
package org.silverteller.bench;
