import type { Benchmark } from '../benchmark.ts';
import { buildFunctions } from '../build-functions.ts';
import { wholeNumber } from '../options.ts';
import { measurePersona, mostOfPersona } from './measure-persona.ts';
import { apportion } from './apportion.ts';
import { figuresOf } from './tally.ts';

/** What a lead uses of each service: what the cost model in `tools/operations` reckons with. */
export const quantitiesBenchmark: Benchmark = {
  name: 'quantities',
  about: 'what a request, an attempt and an answered call use of each service',
  options: [
    { name: 'leads', value: 'N', about: 'leads of each persona', fallback: '10' },
    { name: 'limit', value: 'SECONDS', about: 'ends a run that takes longer', fallback: '600' },
  ],
  async run(values, surroundings) {
    const leads = wholeNumber('--leads', values['leads'], { min: 1, max: mostOfPersona });
    const limitSeconds = wholeNumber('--limit', values['limit'], { min: 1, max: 86_400 });
    buildFunctions(surroundings, 'all');
    const measure = (digits: string, attempts: number) => {
      surroundings.note(`Calling ${String(leads)} numbers that end in ${digits}`);
      return measurePersona({ digits, attempts }, leads, { ...surroundings, limitSeconds });
    };
    const answered = await measure('00', 1);
    const answeredSecond = await measure('58', 2);
    const neverAnswered = await measure('50', 4);
    const parts = apportion({ answered, answeredSecond, neverAnswered });
    const figures = {
      perRequest: figuresOf(parts.perRequest),
      perAttempt: figuresOf(parts.perAttempt),
      perAnswer: figuresOf(parts.perAnswer),
    };
    return { figures, table: JSON.stringify(figures, undefined, 2), overBudget: [] };
  },
};
