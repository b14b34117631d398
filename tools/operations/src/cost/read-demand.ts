import { UsageError } from '@atlas-engine/command-line';
import * as z from 'zod';
import { parseCallingPolicy } from '@atlas-engine/domain';
import type { StageConfiguration } from '@atlas-engine/resource-names';
import type { Values } from '../operation.ts';
import { defaultDemand, type Demand } from './demand.ts';

const numeric = (from: number, to: number) => z.coerce.number().min(from).max(to);

const fields = {
  leadsPerMonth: { flag: '--leads-per-month', from: 0, to: 1e9 },
  answerRate: { flag: '--answer-rate', from: 0, to: 1 },
  callSeconds: { flag: '--call-seconds', from: 1, to: 3600 },
} as const;

/** The demand that a command line describes. @throws UsageError when a value is not within its bounds */
export function readDemand(values: Values, configuration: StageConfiguration): Demand {
  const read = (name: keyof typeof fields): number => {
    const { flag, from, to } = fields[name];
    const value = values[name] ?? defaultDemand[name];
    const parsed = numeric(from, to).safeParse(value === '' ? undefined : value);
    if (parsed.success) return parsed.data;
    throw new UsageError(
      `${flag}: "${String(value).slice(0, 20)}" is not a number from ${String(from)} to ${String(to)}`,
    );
  };
  return {
    leadsPerMonth: read('leadsPerMonth'),
    answerRate: read('answerRate'),
    callSeconds: read('callSeconds'),
    maxAttempts: maxAttemptsOf(configuration),
  };
}

function maxAttemptsOf({ callingPolicy }: StageConfiguration): number {
  const parsed = parseCallingPolicy(callingPolicy);
  if (parsed.ok) return parsed.policy.maxAttemptsPerRequest;
  throw new UsageError(`The stage's calling policy is wrong: ${parsed.problems.join('; ')}`);
}
