import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlasEngineBot, intentNames, utterancesOf } from '@atlas-engine/lex-contracts';
import { heldUtterances } from './held-utterances.ts';
import { intentAccuracy } from './intent-accuracy.ts';
import { understandAll } from './understand-all.ts';

const folder = join(process.cwd(), '../lex-double/utterances/AtlasEngineBot');
const held = heldUtterances(folder);
const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

describe('the held utterances', () => {
  it('are twenty or more for each intent', () => {
    for (const intent of intentNames)
      expect(held.filter((one) => one.intent === intent).length).toBeGreaterThanOrEqual(20);
  });

  it('are no samples of the bot', () => {
    const samples = intentNames.flatMap((name) => utterancesOf(atlasEngineBot, name, 'en_US')).map(plain);
    expect(held.map(({ text }) => plain(text)).filter((text) => samples.includes(text))).toEqual([]);
  });

  it('are read from a file for each intent', () => {
    const directory = mkdtempSync(join(tmpdir(), 'atlas-held-'));
    writeFileSync(join(directory, 'Help.txt'), 'one\n\ntwo\n');
    expect(heldUtterances(directory)).toEqual([
      { intent: 'Help', text: 'one' },
      { intent: 'Help', text: 'two' },
    ]);
    rmSync(directory, { recursive: true });
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

  it('are of the bot itself', async () => {
    const said = [
      { intent: 'SpeakToAgent', text: 'agent' },
      { intent: 'FallbackIntent', text: 'xyzzy' },
    ];
    const { heard, turnsPerSecond } = await understandAll(said);
    expect(heard.map(({ understood }) => understood)).toEqual(['SpeakToAgent', 'FallbackIntent']);
    expect(turnsPerSecond).toBeGreaterThan(0);
  });
});
