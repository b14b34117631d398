/** Streams makes any contact by its id; its types leave the argument out. */
export const contactById = (contactId: string): connect.Contact =>
  new (connect.Contact as unknown as new (id: string) => connect.Contact)(contactId);
