/** What a customer sees and can answer, as meaning. */
package org.silverteller.page;
