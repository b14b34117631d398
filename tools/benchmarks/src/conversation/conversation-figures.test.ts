import { join } from 'node:path';
import { bots, intentNamesOf, utterancesOf } from '@atlas-engine/lex-contracts';
import { blocksPerSecond } from './blocks-per-second.ts';
import { spokenBots } from './conversation-benchmark.ts';
import { heldUtterances } from './held-utterances.ts';
import { intentAccuracy } from './intent-accuracy.ts';
import { understandAll } from './understand-all.ts';

const folder = join(process.cwd(), '../lex-double/utterances');
const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe.each(spokenBots.map((spoken) => [`${spoken.name} ${spoken.localeId}`, spoken] as const))(
  'the held utterances of %s',
  (_label, spoken) => {
    const { bot, localeId } = spoken;
    const held = heldUtterances(folder, spoken);

    it('are twenty or more for each intent', () => {
      for (const intent of intentNamesOf(bot)) {
        const texts = held.filter((one) => one.intent === intent).map(({ text }) => plain(text));
        expect([intent, new Set(texts).size >= 20]).toEqual([intent, true]);
      }
    });

    it('are no samples of the bot', () => {
      const samples = intentNamesOf(bot)
        .flatMap((name) => utterancesOf(bot, name, localeId))
        .map(plain);
      expect(held.map(({ text }) => plain(text)).filter((text) => samples.includes(text))).toEqual([]);
    });
  },
);

describe('held utterances', () => {
  it('must be there for every intent', () => {
    const spoken = { name: 'GatewayBot', bot: bots.GatewayBot, localeId: 'fr_FR' };
    expect(() => heldUtterances(folder, spoken)).toThrow(
      'GatewayBot fr_FR has no held utterances of ChatIntent',
    );
  });
});

describe('the figures of conversations', () => {
  it('are shares of what was understood as it was meant', () => {
    const heard = [
      { meant: 'A', understood: 'A' },
      { meant: 'A', understood: 'B' },
      { meant: 'B', understood: 'B' },
    ];
    expect(intentAccuracy(heard)).toEqual({ intentAccuracy: 0.667, byIntent: { A: 0.5, B: 1 } });
  });

  it('are of the bots themselves', async () => {
    const said = [
      { intent: 'SpeakToAgent', text: 'agente' },
      { intent: 'FallbackIntent', text: 'xyzzy' },
    ];
    const spoken = { name: 'AtlasEngineBot', bot: bots.AtlasEngineBot, localeId: 'es_US' };
    const { heard, turnsPerSecond } = await understandAll(spoken, said);
    expect(heard.map(({ understood }) => understood)).toEqual(['SpeakToAgent', 'FallbackIntent']);
    expect(turnsPerSecond).toBeGreaterThan(0);
  });

  it('have the blocks of a whole call', () => {
    expect(blocksPerSecond(1)).toBeGreaterThan(0);
  });
});
