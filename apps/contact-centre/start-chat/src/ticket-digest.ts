import { createHash } from 'node:crypto';

/** A ticket as others may know it. */
export const digestOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');
