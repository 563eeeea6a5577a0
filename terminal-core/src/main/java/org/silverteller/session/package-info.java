/** The conversation with one customer: the main flow. */
package org.silverteller.session;
