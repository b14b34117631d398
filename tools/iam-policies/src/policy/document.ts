import * as z from 'zod';
import { PolicyError } from '../policy-error.ts';

/** One stands for a list of one. Not as a union, whose problems would not say where they are. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((one) => (one === undefined || Array.isArray(one) ? one : [one]), z.array(item).min(1));

const texts = listOf(z.string().min(1));
const values = listOf(z.union([z.string(), z.number(), z.boolean()]).transform(String));

const actions = texts.refine(
  (entries) => entries.every((entry) => /^(\*|[\w-]+:[\w*?]+)$/.test(entry)),
  'each must be service:Action, with * and ? allowed in the action',
);
const principals = z.preprocess(
  (everybody) => (everybody === '*' ? { AWS: '*' } : everybody),
  z.strictObject({ AWS: texts.optional(), Service: texts.optional(), Federated: texts.optional() }),
);

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principals.optional(),
  Action: actions.optional(),
  NotAction: actions.optional(),
  Resource: texts.optional(),
  NotResource: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), values)).default({}),
});

const document = z.strictObject({
  Version: z.literal('2012-10-17', 'must be 2012-10-17'),
  Id: z.string().optional(),
  Statement: listOf(statement),
});

/** A statement as it stands in a document, with every list as a list. */
export type StatementElement = z.infer<typeof statement>;

/**
 * Reads a policy document as JSON.
 *
 * @throws PolicyError naming policy and element
 */
export const readDocument = (input: unknown, where: string): readonly StatementElement[] => {
  const parsed = document.safeParse(input);
  if (parsed.success) return parsed.data.Statement;
  const [issue] = parsed.error.issues;
  throw new PolicyError(`${where}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not a policy'}`);
};
