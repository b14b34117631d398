import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '@atlas-engine/browser-tests/chromium';
import type { Machine } from './ensure-chromium.ts';

const run: Machine['run'] = (program, args) =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(said).toString() }));
  });

/** The machine that the checks run on. */
export const thisMachine = (print: Machine['print']): Machine => ({
  findChromium,
  mayInstall: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  run,
  print,
});
