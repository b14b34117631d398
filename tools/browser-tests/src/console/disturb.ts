import { request } from 'node:http';
import { controlPanelHost } from './control-panel.ts';
import { BrowserError } from '../kit/browser-error.ts';
import type { System } from '../kit/system.ts';

/** What goes wrong with the panel of an agent: `POST /_atlas/disturb` of ccp-double. */
export interface Disturbance {
  readonly kind:
    'expire-session' | 'deny-access' | 'lose-network' | 'restore-network' | 'fail-next' | 'softphone-error';
  readonly user: string;
  readonly method?: string;
  readonly errorType?: string;
}

/** Disturbs the panel of an agent. Node resolves no name below localhost, so the Host header says who is meant. */
export async function disturb(system: System, disturbance: Disturbance): Promise<void> {
  const { port } = system;
  const host = controlPanelHost(system);
  const status = await new Promise<number>((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: '/_atlas/disturb', method: 'POST', headers: { host } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(disturbance));
  });
  if (status >= 300) throw new BrowserError(`${disturbance.kind}: ${String(status)}`);
}
