import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud, type LocalCloud } from '@atlas-engine/local-cloud';
import { BenchmarkError } from '../benchmark.ts';
import { leadFile } from '../workflow/lead-file.ts';
import { runOutreach, type OutreachRunOptions } from '../workflow/run-outreach.ts';
import { createCounter, divide, type Counter, type Tally } from './tally.ts';
import { watchServices } from './watch-services.ts';

const areaCodes = ['212', '312', '303', '415', '617', '404', '713', '206', '305', '602'] as const;

/** Most leads of one persona: each has a number of its own. */
export const mostOfPersona = areaCodes.length;

/** Leads that are all answered, or not, in the same way. */
export interface Persona {
  /** The last two digits of a number choose it. */
  readonly digits: string;
  readonly attempts: number;
}

/**
 * What one lead of a persona uses, from its row in a file to its end: the mean of a run on a local cloud of its own.
 *
 * @throws BenchmarkError unless every lead reached its end after as many attempts as are expected
 */
export async function measurePersona(
  persona: Persona,
  leads: number,
  options: OutreachRunOptions,
): Promise<Tally> {
  const directory = mkdtempSync(join(tmpdir(), 'atlas-bench-quantities-'));
  const state = join(directory, 'state');
  const cloud = await startLocalCloud({ workspace: options.workspace, stateDirectory: state, port: 0 });
  try {
    const counter = createCounter();
    watchServices(cloud, counter);
    const file = join(directory, 'leads.csv');
    writeFileSync(
      file,
      leadFile(leads, Date.now(), (index) => `+1${areaCodes[index] ?? ''}55501${persona.digits}`),
    );
    const report = await runOutreach([file, '--state', state], options);
    const unlike = report.results.filter(({ attempts }) => attempts !== persona.attempts);
    if (report.accepted !== leads || unlike.length > 0) {
      throw new BenchmarkError(
        `Numbers that end in ${persona.digits}: ${String(unlike.length)} of ${String(leads)} leads did not have ${String(persona.attempts)} attempts.`,
      );
    }
    await countRecords(cloud, counter);
    return divide(counter.tally, leads);
  } finally {
    await cloud.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What no call shows: state transitions, invocations and their log lines, seconds of calls. */
async function countRecords(cloud: LocalCloud, counter: Counter): Promise<void> {
  const { states, connect } = cloud.services;
  for (const { type } of states.engine.tables.history.values()) {
    if (type.endsWith('StateEntered')) counter.add('state transitions');
  }
  for (const { connectedAt, disconnectedAt } of connect.contacts()) {
    counter.add('calls');
    if (connectedAt !== undefined && disconnectedAt !== undefined) {
      counter.add('call seconds', (disconnectedAt - connectedAt) / 1000);
    }
  }
  countLogs(await cloud.describe(), cloud.services, counter);
}

function countLogs(
  { functions }: { readonly functions: readonly string[] },
  { logs }: LocalCloud['services'],
  counter: Counter,
): void {
  for (const name of functions) {
    for (const { message } of logs.events(`/aws/lambda/${name}`)) {
      counter.add('log bytes', message.length);
      if (message.startsWith('REPORT')) counter.add(`invocations of ${name}`);
    }
  }
}
