import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { table } from '../figures/table.ts';
import { heldUtterances } from './held-utterances.ts';
import { intentAccuracy } from './intent-accuracy.ts';
import { understandAll } from './understand-all.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** How fast AtlasEngineBot takes turns here, and how often it understands what is no sample of it. */
export const conversationBenchmark: Benchmark = {
  name: 'conversation',
  about: 'turns per second with the bot, and how often it understands what is no sample of it',
  options: [],
  async run(_values, { workspace, note }) {
    const held = heldUtterances(join(workspace, 'tools/lex-double/utterances/AtlasEngineBot'));
    note(`Saying ${String(held.length)} utterances`);
    const { heard, turnsPerSecond } = await understandAll(held);
    for (const { text, understood } of held
      .map((one, index) => ({ ...one, ...heard[index] }))
      .filter(isMissed))
      note(`"${text}" was understood as ${understood ?? 'nothing'}`);
    const { intentAccuracy: all, byIntent } = intentAccuracy(heard);
    const rows = Object.entries(byIntent).map(([intent, share]) => [intent, percent(share)]);
    return {
      figures: { turnsPerSecond, intentAccuracy: all, byIntent },
      table: table(
        ['understood', ''],
        [...rows, ['all', percent(all)], ['turns per second', String(turnsPerSecond)]],
      ),
      overBudget: [],
    };
  },
};

const isMissed = ({
  meant,
  understood,
}: {
  readonly meant?: string;
  readonly understood?: string;
}): boolean => meant !== understood;
