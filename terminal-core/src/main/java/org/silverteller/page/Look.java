package org.silverteller.page;

/** How a page is to be shown. */
public record Look(ProfileId profile, Language language) {}
