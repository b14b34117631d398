const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Pence as they are said, e.g. `£12.50`. */
export const inPounds = (pence: number): string => format.format(pence / 100);
