import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { TestBrowser } from '@atlas-engine/browser-tests';
import type { PeerFigures } from './widget-figures.ts';

const run = promisify(execFile);

interface Published {
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
}

const peer: Published = {
  name: 'aws-lex-web-ui',
  version: '0.13.2',
  files: ['dist/lex-web-ui.min.css', 'dist/lex-web-ui-loader.min.js', 'dist/lex-web-ui.min.js'],
};

/** What the widget's loader of that version takes from elsewhere, in the versions that it names, in its order. */
const itsDependencies: readonly Published[] = [
  { name: 'aws-sdk', version: '2.180.0', files: ['dist/aws-sdk.min.js'] },
  { name: 'vue', version: '2.5.13', files: ['dist/vue.min.js'] },
  { name: 'vuex', version: '3.0.1', files: ['dist/vuex.min.js'] },
  { name: 'vuetify', version: '0.17.6', files: ['dist/vuetify.min.js', 'dist/vuetify.min.css'] },
];

/** Runs scripts one after the other; gives the milliseconds that took. */
const evaluation = `
(scripts) => {
  const begun = performance.now();
  for (const script of scripts) (0, eval)(script);
  return performance.now() - begun;
}`;

/**
 * Fetches the reference widget's published files into a folder that is gone afterwards, and measures them. It is never
 * a dependency; where the registry cannot be reached, the figures say so.
 */
export async function measurePeer(browser: TestBrowser): Promise<PeerFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-peer-'));
  try {
    const theirs: string[] = [];
    for (const one of itsDependencies) theirs.push(...(await fetched(one, folder)));
    const own = await fetched(peer, folder);
    const page = await browser.newPage('about:blank');
    page.problems.allow(/./);
    const scripts = [...theirs, ...own.slice(2)].filter(
      (text) => !/^@|^\.|^\/\*![^]*?\*\/\s*[.@]/.test(text),
    );
    const evaluationMs = await page.evaluate<number>(`(${evaluation})(${JSON.stringify(scripts)})`);
    return {
      version: peer.version,
      ownBytes: bytesOf(own),
      firstAnswerBytes: bytesOf([...theirs, ...own]),
      evaluationMs: Math.round(evaluationMs),
    };
  } catch (error) {
    return { unavailable: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const bytesOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);

/** The files of a published package, by npm's own client. */
async function fetched({ name, version, files }: Published, folder: string): Promise<readonly string[]> {
  const { stdout } = await run(
    'npm',
    ['pack', `${name}@${version}`, '--json', '--pack-destination', folder],
    {
      cwd: folder,
      timeout: 120_000,
    },
  );
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  const into = join(folder, name);
  await run('mkdir', ['-p', into]);
  await run('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', into]);
  return Promise.all(files.map((file) => readFile(join(into, 'package', file), 'utf8')));
}
