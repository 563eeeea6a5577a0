package org.silverteller.store;

import org.silverteller.host.Advice;

/**
 * An advice in the queue.
 *
 * @param id its place; lower ids are sent first
 */
public record OwedAdvice(long id, Advice advice) {}
