import { AwsError } from '@atlas-engine/aws-wire';
import * as z from 'zod';

/** The members by which lists are cut into pages. */
export const pageSchema = { Limit: z.int().min(1).max(100).optional(), NextToken: z.string().optional() };

interface Page {
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}

const startOf = (token: string | undefined): number => {
  if (token === undefined) return 0;
  const start = Buffer.from(token, 'base64url').toString();
  if (/^\d{1,9}$/.test(start)) return Number(start);
  throw new AwsError('ValidationException', 'NextToken: is not one that an earlier page gave');
};

/** Cuts a page (100 by default) out of a list; the token is where the next begins. @throws AwsError ValidationException */
export const pageOf = <T>(
  all: readonly T[],
  { Limit = 100, NextToken }: Page,
): { readonly items: readonly T[]; readonly NextToken?: string } => {
  const start = startOf(NextToken);
  const end = start + Limit;
  return {
    items: all.slice(start, end),
    ...(end < all.length && { NextToken: Buffer.from(String(end)).toString('base64url') }),
  };
};
