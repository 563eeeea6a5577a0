package org.silverteller.store;

/** A suspense case that two persons have closed, with what was known of it then. */
public record ClearedCase(SuspenseCase suspense, Clearing clearing) {}
