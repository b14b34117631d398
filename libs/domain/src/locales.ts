/** The languages in which Atlas can hold a call. A file of its own, because pages need the list without its schema. */
export const locales = ['en-US', 'en-GB', 'es-US'] as const;
