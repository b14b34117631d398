import type { Benchmark } from '../benchmark.ts';
import { buildFunctions } from '../build-functions.ts';
import { wholeNumber, wholeNumbers } from '../options.ts';
import { mostLeads } from './lead-file.ts';
import { printRuns, type RunFigures } from './run-figures.ts';
import { runLeads } from './run-leads.ts';

/** How many leads a second pass through the whole loop on the local cloud, and the memory that it takes. */
export const workflowBenchmark: Benchmark = {
  name: 'workflow',
  about: 'leads per second through the whole loop on the local cloud, and the memory of the whole',
  options: [
    { name: 'leads', value: 'N,…', about: 'leads at once, one run each', fallback: '1,10,100,1000' },
    { name: 'limit', value: 'SECONDS', about: 'ends a run that takes longer', fallback: '3600' },
  ],
  async run(values, surroundings) {
    const counts = wholeNumbers('--leads', values['leads'], { min: 1, max: mostLeads });
    const limitSeconds = wholeNumber('--limit', values['limit'], { min: 1, max: 86_400 });
    buildFunctions(surroundings, 'all');
    const runs: RunFigures[] = [];
    for (const leads of counts) {
      surroundings.note(`Running ${String(leads)} leads`);
      runs.push(await runLeads(leads, { ...surroundings, limitSeconds }));
    }
    return { figures: { runs }, table: printRuns(runs), overBudget: [] };
  },
};
