import * as z from 'zod';
import { SalesforceRefusal } from './refusal.ts';

const partSchema = z.object({
  method: z.enum(['GET', 'POST', 'PATCH', 'DELETE', 'PUT']),
  url: z.string(),
  referenceId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_]*$/),
  httpHeaders: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
});

const envelopeSchema = z.object({
  allOrNone: z.boolean().default(false),
  collateSubrequests: z.boolean().optional(),
  compositeRequest: z.array(partSchema).min(1),
});

/** One part of a composite as it was sent. */
export type Part = z.infer<typeof partSchema>;

/** Parts in one request, and how many of them may be queries. */
const maxParts = 25;
const maxQueries = 5;

/** Checks the envelope before any part runs. @throws SalesforceRefusal */
export function readEnvelope(body: unknown): {
  readonly allOrNone: boolean;
  readonly parts: readonly Part[];
} {
  const parsed = envelopeSchema.safeParse(body);
  if (!parsed.success) throw malformed(parsed.error);
  const { allOrNone, compositeRequest: parts } = parsed.data;
  if (parts.length > maxParts) throw tooMany(`${maxParts} operations`);
  if (parts.filter(({ url }) => /\/query\b/.test(url)).length > maxQueries)
    throw tooMany(`${maxQueries} query operations`);
  const ids = new Set(parts.map(({ referenceId }) => referenceId));
  if (ids.size < parts.length) {
    throw new SalesforceRefusal(
      'INVALID_INPUT',
      'Each referenceId must be unique within a composite request.',
    );
  }
  return { allOrNone, parts };
}

const tooMany = (limit: string): SalesforceRefusal =>
  new SalesforceRefusal('LIMIT_EXCEEDED', `A composite request can contain at most ${limit}.`);

const malformed = ({ issues }: z.ZodError): SalesforceRefusal => {
  const problems = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return new SalesforceRefusal('JSON_PARSER_ERROR', problems.join('; '));
};
