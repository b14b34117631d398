import * as z from 'zod';
import { classify } from './classify.ts';
import type { CompositePart } from './composite-parts.ts';
import type { CompositeParts } from './composite-request.ts';
import { isSalesforceError, SalesforceResponseError, SalesforceValidationError } from './errors.ts';
import type { SalesforceError } from './errors.ts';
import { readFailure } from './failure-report.ts';

/** What one part came to. */
export type PartOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SalesforceError };

/** What every part came to, by name. */
export type PartOutcomes = Readonly<Record<string, PartOutcome<unknown>>>;

const answerSchema = z.object({
  compositeResponse: z.array(
    z.object({ body: z.unknown(), httpStatusCode: z.number(), referenceId: z.string() }),
  ),
});
type PartAnswer = z.infer<typeof answerSchema>['compositeResponse'][number];

/** Outcomes by part. @throws SalesforceResponseError when a part is not answered */
export function readOutcomes(parts: CompositeParts, body: unknown): PartOutcomes {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success)
    throw new SalesforceResponseError('Salesforce: composite was answered without its parts.', {});
  const answers = new Map(parsed.data.compositeResponse.map((answer) => [answer.referenceId, answer]));
  const outcomes: Record<string, PartOutcome<unknown>> = {};
  for (const [name, part] of Object.entries(parts)) {
    const answer = answers.get(name);
    if (answer === undefined)
      throw new SalesforceResponseError(`Salesforce: composite did not answer part ${name}.`, {});
    outcomes[name] = outcomeOf({ name, part, before: outcomes }, answer);
  }
  return outcomes;
}

interface Place {
  readonly name: string;
  readonly part: CompositePart<unknown>;
  readonly before: PartOutcomes;
}

function outcomeOf({ name, part, before }: Place, answer: PartAnswer): PartOutcome<unknown> {
  const { httpStatusCode: status, body } = answer;
  if (status >= 300) return { ok: false, error: errorOf({ name, part, before }, answer) };
  try {
    return { ok: true, value: part.call.read({ status, body }) };
  } catch (error) {
    if (isSalesforceError(error)) return { ok: false, error };
    throw error;
  }
}

function errorOf(
  { name, part, before }: Place,
  { httpStatusCode: status, body }: PartAnswer,
): SalesforceError {
  const report = readFailure(body);
  if (report?.errorCode !== 'PROCESSING_HALTED') {
    const { label } = part.call;
    return classify({ label: { ...label, name: `${label.name} (part ${name})`, part: name }, status, body });
  }
  const failed = part.dependsOn.find((other) => before[other]?.ok === false);
  if (failed === undefined && report.isBrokenReference) {
    return new SalesforceResponseError(
      `Salesforce: part ${name} refers to something that no part answered.`,
      {
        status,
        details: { part: name },
      },
    );
  }
  const why = failed === undefined ? 'another part failed' : `part ${failed} failed`;
  return new SalesforceValidationError(`Salesforce: part ${name} was not run, because ${why}.`, {
    salesforceCode: report.errorCode,
    status,
    details: { part: name },
    cause: failed === undefined ? undefined : failureOf(before[failed]),
  });
}

/** The error of a part that failed. */
export const failureOf = (outcome: PartOutcome<unknown> | undefined): SalesforceError | undefined =>
  outcome?.ok === false ? outcome.error : undefined;

/** The failure that halted the others; undefined when all went well. */
export function trueCause(outcomes: PartOutcomes): SalesforceError | undefined {
  const failures = Object.values(outcomes).flatMap((outcome) => failureOf(outcome) ?? []);
  return failures.find(({ salesforceCode }) => salesforceCode !== 'PROCESSING_HALTED') ?? failures[0];
}
