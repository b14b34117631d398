/** Characters that may be said at once. Source: quotas of Lex V2. */
export const longestUtterance = 1024;
