import './styles/index.css';
import { endpointsOf } from '@atlas-engine/web-contracts';
import { readConfiguration } from './configuration.ts';
import { loadStreams } from './connect/streams/load-streams.ts';

/** Where Amazon Connect's panel lives: outside of React, because an iframe that moves in the page loads again. */
const softphone = document.querySelector<HTMLElement>('#softphone');
const root = document.querySelector<HTMLElement>('#root');

async function start(page: HTMLElement, panel: HTMLElement): Promise<void> {
  // All four come over the network: none waits for another.
  const reading = readConfiguration(fetch);
  const streams = loadStreams();
  const screens = import('./ui/screens.tsx');
  const starting = import('./start-console.ts');
  try {
    const [configuration, { startConsole }] = await Promise.all([reading, starting]);
    const all = await startConsole(configuration, endpointsOf(configuration, window.location), panel);
    await streams;
    if (all !== undefined) (await screens).showConsole(page, all);
  } catch (error) {
    (await screens).showFailure(page, error);
  }
}

if (root !== null && softphone !== null) void start(root, softphone);
