import type { Budget } from './clock.ts';
import { readOutcomes, trueCause } from './composite-answer.ts';
import type { PartOutcome, PartOutcomes } from './composite-answer.ts';
import type { CompositePart } from './composite-parts.ts';
import { compositeBody } from './composite-request.ts';
import type { CompositeParts } from './composite-request.ts';
import type { Connection } from './connection.ts';
import { refusedCreateFields, withoutFields } from './create-fields.ts';
import type { SalesforceError } from './errors.ts';

type ValueOf<P> = P extends CompositePart<infer T> ? T : never;

/** What all parts gave; with allOrNone there is no other way to succeed. */
export type CompositeValues<P extends CompositeParts> = { readonly [K in keyof P]: ValueOf<P[K]> };
/** What each part came to, when each stands for itself. */
export type CompositeOutcomes<P extends CompositeParts> = {
  readonly [K in keyof P]: PartOutcome<ValueOf<P[K]>>;
};

/**
 * Sends all parts as one transaction.
 *
 * @throws SalesforceError of the part that failed, with its name in `details.part`; nothing was written
 */
export async function sendTogether<P extends CompositeParts>(
  connection: Connection,
  parts: P,
): Promise<CompositeValues<P>> {
  const outcomes = await send(connection, parts, true);
  const values = Object.entries(outcomes).map(([name, outcome]) => [
    name,
    outcome.ok ? outcome.value : undefined,
  ]);
  return Object.fromEntries(values) as CompositeValues<P>;
}

/** Sends all parts at once, each standing for itself. @throws SalesforceError when the request as a whole fails */
export async function sendEach<P extends CompositeParts>(
  connection: Connection,
  parts: P,
): Promise<CompositeOutcomes<P>> {
  return (await send(connection, parts, false)) as CompositeOutcomes<P>;
}

async function send(
  connection: Connection,
  parts: CompositeParts,
  allOrNone: boolean,
): Promise<PartOutcomes> {
  const budget = connection.startBudget();
  let pending = parts;
  for (;;) {
    const attempt = { parts: pending, allOrNone, budget };
    const { outcomes, failure } = await sendOnce(connection, attempt);
    const next = allOrNone || isRepeatable(pending) ? withoutRefusedFields(pending, outcomes) : undefined;
    if (next === undefined) {
      if (allOrNone && failure !== undefined) throw failure;
      return outcomes;
    }
    pending = next;
  }
}

interface Attempt {
  readonly parts: CompositeParts;
  readonly allOrNone: boolean;
  readonly budget: Budget;
}

interface Result {
  readonly outcomes: PartOutcomes;
  readonly failure: SalesforceError | undefined;
}

/**
 * The retries of the connection see a failed part as the failure of the request, so that a lock is waited for. When
 * they give up on it, the outcomes are what counts.
 */
async function sendOnce(connection: Connection, { parts, allOrNone, budget }: Attempt): Promise<Result> {
  const repeatable = isRepeatable(parts);
  let last: Result | undefined;
  try {
    const outcomes = await connection.send(
      {
        label: { name: 'composite', repeatable },
        method: 'POST',
        path: '/composite',
        body: compositeBody(connection.apiBase, parts, allOrNone),
        read: ({ body }) => {
          const read = readOutcomes(parts, body);
          const failure = trueCause(read);
          last = { outcomes: read, failure };
          if (failure !== undefined && (allOrNone || repeatable)) throw failure;
          return read;
        },
      },
      budget,
    );
    return { outcomes, failure: trueCause(outcomes) };
  } catch (error) {
    if (last !== undefined && error === last.failure) return last;
    throw error;
  }
}

/** Every part sets values by a key, or reads: sending all again changes nothing more. */
const isRepeatable = (parts: CompositeParts): boolean =>
  Object.values(parts).every(({ call }) => call.label.repeatable);

/** The parts without the create-only fields that updates refused; undefined when that is not what failed. */
function withoutRefusedFields(parts: CompositeParts, outcomes: PartOutcomes): CompositeParts | undefined {
  const changed = Object.entries(parts).flatMap(([name, part]) => {
    const outcome = outcomes[name];
    const refused = outcome?.ok === false ? refusedCreateFields(outcome.error, part.call.createFields) : [];
    return refused.length === 0
      ? []
      : [[name, { ...part, call: withoutFields(part.call, refused) }] as const];
  });
  return changed.length === 0 ? undefined : { ...parts, ...Object.fromEntries(changed) };
}
