import type { FaultPlanOptions } from '@atlas-engine/simulation';
import { OptionError } from './option-error.ts';

/** Faults as the command line names them; undefined for a perfect world. @throws OptionError for a rate outside 0 to 1 */
export function faultOptions(values: {
  readonly faults?: string | undefined;
  readonly duplicates?: string | undefined;
  readonly seed?: string | undefined;
}): FaultPlanOptions | undefined {
  const error = rate('--faults', values.faults);
  const duplicate = rate('--duplicates', values.duplicates);
  if (error === 0 && duplicate === 0) return undefined;
  return { seed: values.seed ?? 'atlas', error, duplicate, lost: error / 5, delayMs: 2000 };
}

function rate(option: string, value = '0'): number {
  const number = value.trim() === '' ? NaN : Number(value);
  if (number >= 0 && number <= 1) return number;
  throw new OptionError(`${option}: must be a share from 0 to 1, was ${JSON.stringify(value)}`);
}
