import { join } from 'node:path';
import { type BotDefinition, bots, localesOf } from '@atlas-engine/lex-contracts';
import type { Benchmark } from '../benchmark.ts';
import { table } from '../figures/table.ts';
import { blocksPerSecond } from './blocks-per-second.ts';
import { heldUtterances, type SpokenBot } from './held-utterances.ts';
import { type Heard, intentAccuracy } from './intent-accuracy.ts';
import { understandAll } from './understand-all.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Enough for half a second on a quiet machine. */
const calls = 2000;

/** Each bot in each of its locales; AtlasEngineBot in en_US is the first. */
export const spokenBots: readonly SpokenBot[] = Object.entries<BotDefinition>(bots).flatMap(([name, bot]) =>
  localesOf(bot).map((localeId) => ({ name, bot, localeId })),
);

interface Understood {
  readonly label: string;
  readonly heard: readonly Heard[];
  readonly turnsPerSecond: number;
}

/** How fast bots take turns and flows blocks here, and how often bots understand what is no sample of them. */
export const conversationBenchmark: Benchmark = {
  name: 'conversation',
  about: 'turns and blocks per second, and how often bots understand what is no sample of them',
  options: [],
  async run(_values, { workspace, note }) {
    const folder = join(workspace, 'tools/lex-double/utterances');
    const results: Understood[] = [];
    for (const spoken of spokenBots) results.push(await understand(spoken, folder, note));
    const [first = { heard: [], turnsPerSecond: 0 }] = results;
    const byBot = Object.fromEntries(results.map(({ label, heard }) => [label, intentAccuracy(heard)]));
    const blocks = blocksPerSecond(calls);
    const { turnsPerSecond } = first;
    const rows = Object.entries(byBot).flatMap(([label, { intentAccuracy: all, byIntent }]) => [
      [label, percent(all)],
      ...Object.entries(byIntent).map(([intent, share]) => [`  ${intent}`, percent(share)]),
    ]);
    return {
      figures: { turnsPerSecond, blocksPerSecond: blocks, ...intentAccuracy(first.heard), byBot },
      table: table(
        ['understood', ''],
        [...rows, ['turns per second', String(turnsPerSecond)], ['blocks per second', String(blocks)]],
      ),
      overBudget: [],
    };
  },
};

async function understand(
  spoken: SpokenBot,
  folder: string,
  note: (text: string) => void,
): Promise<Understood> {
  const held = heldUtterances(folder, spoken);
  const label = `${spoken.name} ${spoken.localeId}`;
  note(`Saying ${String(held.length)} utterances to ${label}`);
  const { heard, turnsPerSecond } = await understandAll(spoken, held);
  for (const [index, { meant, understood }] of heard.entries())
    if (meant !== understood) note(`"${held[index]?.text ?? ''}" was understood as ${understood}`);
  return { label, heard, turnsPerSecond };
}
