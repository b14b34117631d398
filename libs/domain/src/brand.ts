declare const brand: unique symbol;

/** A string that has passed the check its name stands for, so that a call id and a contact id cannot be swapped. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
