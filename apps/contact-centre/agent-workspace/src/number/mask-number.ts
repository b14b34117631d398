/** A number as the agent sees it: all but the last two digits hidden. */
export const maskNumber = (phone: string): string =>
  '•'.repeat(Math.max(0, phone.length - 2)) + phone.slice(-2);
