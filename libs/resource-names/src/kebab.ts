/** `CreateLeadHandler` → `create-lead`, as its Nx project is named. */
export const kebab = (part: string): string =>
  part
    .replace(/Handler$/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
