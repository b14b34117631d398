import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isWithinCallingHours } from './fixtures/calling-hours.ts';
import {
  clockAt,
  contactsAt,
  leadsAt,
  outreachCli,
  sampleLeads,
  startTool,
  urlOf,
  type Contact,
  type Ended,
  type Running,
} from './fixtures/cli.ts';
import type { OutreachReport, RowResult } from './report/row-result.ts';
import type { Preview } from './run/preview.ts';

/** What becomes of every row: status, outcome, disposition, reason, field, attempts. */
const expected: readonly (readonly (string | number | null)[])[] = [
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 1],
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 1],
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 1],
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 1],
  ['completed', 'ANSWERED', 'NOT_INTERESTED', null, null, 1],
  ['completed', 'ANSWERED', 'CALL_BACK', 'ATTEMPTS_EXHAUSTED', null, 4],
  ['completed', 'NO_ANSWER', null, 'ATTEMPTS_EXHAUSTED', null, 4],
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 2],
  ['completed', 'VOICEMAIL', 'VOICEMAIL', 'ATTEMPTS_EXHAUSTED', null, 4],
  ['completed', 'ANSWERED', 'DO_NOT_CALL', 'DO_NOT_CALL', null, 1],
  ['completed', 'ANSWERED', 'WRONG_NUMBER', null, null, 1],
  ['completed', 'ANSWERED', 'HUNG_UP', null, null, 1],
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 3],
  ['completed', 'INVALID_NUMBER', null, 'INVALID_NUMBER', null, 1],
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 2],
  ['completed', 'ANSWERED', 'UNKNOWN', null, null, 1],
  ['rejected', null, null, 'CONSENT_MISSING', 'consent', 0],
  ['rejected', null, null, 'INVALID_PHONE', 'phone', 0],
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 1],
  ['rejected', 'REFUSED', null, 'TIME_ZONE_UNKNOWN', null, 0],
  ['rejected', null, null, 'FIELD_TOO_LONG', 'interest', 0],
  ['rejected', null, null, 'INVALID_FIELD', 'email', 0],
  ['completed', 'ANSWERED', 'INTERESTED', null, null, 1],
  ['duplicate', null, null, 'DUPLICATE_ROW', null, 0],
  ['rejected', null, null, 'INVALID_FIELD', 'time_zone', 0],
  ['rejected', 'REFUSED', null, 'CONSENT_EXPIRED', null, 0],
];

const summaryOf = ({ status, outcome, disposition, reason, field, attempts }: RowResult) => [
  status,
  outcome,
  disposition,
  reason,
  field,
  attempts,
];

const reportOf = ({ stdout, stderr, status }: Ended): OutreachReport => {
  expect({ status, stderr: stderr.split('\n')[0] }).toEqual({
    status: 0,
    stderr: expect.stringMatching(/^(Started|Using) /),
  });
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(stdout) as OutreachReport;
};

/** How often a request was called; no attempt has two contacts. */
function attemptsOf(contacts: readonly Contact[]): ReadonlyMap<string | undefined, number> {
  const calls = contacts.map(({ attributes }) => `${attributes['requestId']}#${attributes['sequence']}`);
  expect(calls.toSorted()).toEqual([...new Set(calls)].toSorted());
  const attempts = new Map<string | undefined, number>();
  for (const { attributes } of contacts) {
    attempts.set(attributes['requestId'], (attempts.get(attributes['requestId']) ?? 0) + 1);
  }
  return attempts;
}

function expectCallsOf(report: OutreachReport, contacts: readonly Contact[]): void {
  const called = report.results.filter(({ attempts }) => attempts > 0);
  const expectedCalls = called.map(({ requestId, attempts }) => [requestId, attempts]);
  expect(Object.fromEntries(attemptsOf(contacts))).toEqual(Object.fromEntries(expectedCalls));
  const outside = contacts.filter(
    ({ destination, initiatedAt }) => !isWithinCallingHours(destination, initiatedAt),
  );
  expect(outside).toEqual([]);
}

describe('npm run outreach', () => {
  const directory = mkdtempSync(join(tmpdir(), 'outreach-integ-'));
  const file = join(directory, 'leads.csv');
  const running = new Set<Running>();
  const start = (...args: Parameters<typeof startTool>): Running => {
    const tool = startTool(...args);
    running.add(tool);
    void tool.ended.then(() => running.delete(tool));
    return tool;
  };

  /** Runs with a local cloud at wall speed on a state. */
  async function withCloud(state: string, work: (url: string) => Promise<void>): Promise<void> {
    const cloud = start('local-cloud', ['--port', '0', '--state', state]);
    await work(await urlOf(state)).finally(() => cloud.interrupt());
    await cloud.ended;
  }

  beforeAll(() => writeFileSync(file, sampleLeads(Date.now())));
  afterAll(() => {
    for (const { pid } of running) process.kill(-pid, 'SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  it('brings every row to its end, calls in calling hours only, and calls nobody again', async () => {
    const state = join(directory, 'first');
    const preview = await outreachCli(file, '--state', state, '--preview', '--json');
    expect(JSON.parse(preview.stdout) as Preview).toMatchObject({ rows: 26, wouldBeSkipped: 8 });

    const report = reportOf(await outreachCli(file, '--state', state, '--json'));
    expect(report.results.map(summaryOf)).toEqual(expected);
    expect(report).toMatchObject({ rows: 26, accepted: 18, duplicates: 1, rejected: 7 });
    expect(report.results[16]?.requestId).toBe('lead-017');

    await withCloud(state, async (url) => {
      const contacts = await contactsAt(url);
      expectCallsOf(report, contacts);

      const written = (await leadsAt(url)).map((lead) => ({
        leadId: lead['Id'],
        requestId: lead['Atlas_Request_Id__c'],
        outcome: lead['Atlas_Outcome__c'],
        disposition: lead['Atlas_Disposition__c'] ?? null,
        reason: lead['Atlas_Reason__c'] ?? null,
        attempts: lead['Atlas_Attempts__c'],
      }));
      const reported = report.results
        .filter(({ leadId }) => leadId !== null)
        .map(({ leadId, requestId, outcome, disposition, reason, attempts }) => {
          return { leadId, requestId, outcome, disposition, reason, attempts };
        });
      const byId = (a: { requestId: unknown }, b: { requestId: unknown }) =>
        String(a.requestId).localeCompare(String(b.requestId));
      expect(written.toSorted(byId)).toEqual(reported.toSorted(byId));

      const again = reportOf(await outreachCli(file, '--state', state, '--json'));
      expect(again.results).toEqual(report.results);
      const later = await outreachCli(file, '--state', state, '--preview', '--json');
      expect(JSON.parse(later.stdout) as Preview).toMatchObject({ wouldBeSkipped: 26 });
      const shown = await outreachCli('--show', 'lead-008', '--state', state);
      expect(shown.stdout).toMatch(
        /Workflow:[^]*CRM writes:[^]*Events:[^]*Call #\d:[^]*CUSTOMER[^]*Flows of call #\d:[^]*Converse/,
      );
      expect(await contactsAt(url)).toHaveLength(contacts.length);
      expect((await clockAt(url)).speed).toBe(1);
    });
  }, 240_000);

  it('goes on after Ctrl-C and calls nobody twice for one attempt', async () => {
    const state = join(directory, 'second');
    const few = join(directory, 'few.csv');
    writeFileSync(few, sampleLeads(Date.now()).split('\n').slice(0, 9).join('\n'));
    const first = start('outreach-cli', [few, '--state', state, '--json']);
    const url = await urlOf(state);
    while ((await contactsAt(url)).length < 4) await wait(20);
    first.interrupt();
    process.kill(first.pid, 'SIGINT');
    const stopped = await first.ended;
    expect(stopped).toMatchObject({ status: 130, stdout: '' });
    expect(stopped.stderr).toMatch(/Stopped: \d+ of 8 requests are finished\. Run the same command again/);

    const report = reportOf(await outreachCli(few, '--state', state, '--json'));
    expect(report.results.map(summaryOf)).toEqual(expected.slice(0, 8));
    await withCloud(state, async (again) => expectCallsOf(report, await contactsAt(again)));
  }, 240_000);

  it('says in one line what is wrong with a file or a stage, with nothing on standard output', async () => {
    const state = join(directory, 'third');
    const bad = join(directory, 'bad.csv');
    writeFileSync(bad, 'colour\nred\n');
    const ends = await Promise.all([
      outreachCli(bad, '--state', state, '--json'),
      outreachCli(join(directory, 'none.csv'), '--state', state),
      outreachCli(file, '--stage', 'dev', '--json'),
    ]);
    expect(ends.map(({ status }) => status)).toEqual([2, 2, 1]);
    expect(ends.map(({ stdout }) => stdout)).toEqual(['', '', '']);
    expect(ends[0].stderr).toContain('Unknown column "colour"');
    expect(ends[1].stderr).toContain('does not exist');
    expect(ends[2].stderr).toContain('ATLAS_ACCOUNT');
    expect(ends.map(({ stderr }) => stderr.trimEnd().split('\n').length)).toEqual([1, 1, 1]);
  }, 60_000);
});
