import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeExecutions } from './fixtures/fake-executions.ts';
import { createFakeCloud, createFakeTerminal, options } from './fixtures/fake-terminal.ts';
import { aRequest, fileOf, lineOf, noon } from './fixtures/leads.ts';
import { outreach } from './outreach.ts';
import type { OutreachReport } from './report/row-result.ts';
import type { Preview } from './run/preview.ts';

describe('outreach', () => {
  const directory = mkdtempSync(join(tmpdir(), 'outreach-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  const fileWith = (...lines: readonly string[]): string => {
    const file = join(directory, 'autumn.csv');
    writeFileSync(file, fileOf(...lines));
    return file;
  };

  it('prints one JSON object and nothing else', async () => {
    const { terminal, written, opened, closed } = createFakeTerminal();
    const file = fileWith(lineOf('lead-1'), lineOf('lead-1'), lineOf('lead-2', { phone: 'x' }));
    expect(await outreach(file, { ...options, json: true }, terminal)).toBe(0);
    expect(written).toHaveLength(1);
    const report = JSON.parse(written[0] ?? '') as OutreachReport;
    expect(report).toMatchObject({ rows: 3, accepted: 1, duplicates: 1, rejected: 1 });
    expect(report.results.map(({ status }) => status)).toEqual(['completed', 'duplicate', 'rejected']);
    expect(Object.keys(report.results[2] ?? {})).toEqual(Object.keys(report.results[0] ?? {}));
    expect([opened, closed]).toEqual([['run'], ['run']]);
  });

  it('names the campaign for the file, or as it is told to', async () => {
    const executions = createFakeExecutions();
    const { terminal } = createFakeTerminal(createFakeCloud({ executions }));
    await outreach(fileWith(lineOf('')), options, terminal);
    await outreach(fileWith(lineOf('')), { ...options, campaign: 'winter' }, terminal);
    expect(executions.begun.map(({ campaign }) => campaign)).toEqual(['autumn', 'winter']);
    expect(new Set(executions.begun.map(({ requestId }) => requestId)).size).toBe(2);
  });

  it('answers 1 when a row was parked', async () => {
    const end = () => ({ status: 'FAILED', error: 'CRM_UNAVAILABLE' }) as const;
    const { terminal, written } = createFakeTerminal(
      createFakeCloud({ executions: createFakeExecutions({ end }) }),
    );
    expect(await outreach(fileWith(lineOf('lead-1')), options, terminal)).toBe(1);
    expect(written[0]).toContain('row 1: parked CRM_UNAVAILABLE');
  });

  it('answers 130 when it is interrupted, without a report', async () => {
    const cloud = createFakeCloud({ executions: createFakeExecutions({ looks: 1000 }), pollEvery: 60_000 });
    const { terminal, written, notes, closed, interrupt } = createFakeTerminal(cloud);
    const progress = { update: () => interrupt(), stop: () => undefined };
    const status = await outreach(fileWith(lineOf('lead-1')), options, { ...terminal, progress });
    expect(status).toBe(130);
    expect(written).toEqual([]);
    expect(notes.at(-1)).toBe('Stopped: 0 of 1 requests are finished. Run the same command again to go on.');
    expect(closed).toEqual(['run']);
  });

  it('previews without starting anything', async () => {
    const executions = createFakeExecutions();
    const { terminal, written, opened } = createFakeTerminal(createFakeCloud({ executions }));
    const file = fileWith(lineOf('lead-1'), lineOf('lead-2', { phone: 'x' }));
    expect(await outreach(file, { ...options, preview: true, json: true }, terminal)).toBe(0);
    expect(JSON.parse(written[0] ?? '') as Preview).toMatchObject({
      rows: 2,
      wouldBeCalled: 1,
      wouldBeSkipped: 1,
    });
    expect(await outreach(file, { ...options, preview: true }, terminal)).toBe(0);
    expect(written[1]).toContain('1 of 2 would be skipped: 1 INVALID_PHONE');
    expect(executions.begun).toEqual([]);
    expect(opened).toEqual(['look', 'look']);
  });

  it('reports no rows for a file with none', async () => {
    const { terminal, written, notes } = createFakeTerminal();
    expect(await outreach(fileWith(), { ...options, json: true }, terminal)).toBe(0);
    expect(notes).toEqual(['The file has no rows.']);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ rows: 0, results: [] });
  });

  it('opens nothing for a file that cannot be used', async () => {
    const { terminal, opened, written } = createFakeTerminal();
    await expect(outreach(join(directory, 'none.csv'), options, terminal)).rejects.toThrow('does not exist');
    await expect(outreach(directory, options, terminal)).rejects.toThrow('is a directory');
    await expect(outreach(undefined, options, terminal)).rejects.toThrow('Name a file');
    expect([opened, written]).toEqual([[], []]);
  });

  it('closes the cloud when the run fails', async () => {
    const executions = { ...createFakeExecutions(), start: () => Promise.reject(new Error('no access')) };
    const { terminal, written, closed } = createFakeTerminal(createFakeCloud({ executions }));
    await expect(outreach(fileWith(lineOf('lead-1')), options, terminal)).rejects.toThrow('no access');
    expect([closed, written]).toEqual([['run'], []]);
  });

  it('shows what is known of a request', async () => {
    const cloud = createFakeCloud();
    await cloud.store.receiveRequest(aRequest(), noon);
    const { terminal, written, notes, opened } = createFakeTerminal(cloud);
    expect(await outreach(undefined, { ...options, show: 'lead-1' }, terminal)).toBe(0);
    expect(await outreach(undefined, { ...options, show: 'lead-1', json: true }, terminal)).toBe(0);
    expect(written[0]).toContain('Request lead-1: RECEIVED');
    expect(JSON.parse(written[1] ?? '')).toMatchObject({
      request: { status: 'RECEIVED' },
      conversations: [],
    });
    expect(await outreach(undefined, { ...options, show: 'lead-9' }, terminal)).toBe(1);
    expect(await outreach(undefined, { ...options, show: 'not an id' }, terminal)).toBe(1);
    expect(notes).toEqual(['No request lead-9 is known here', 'No request not an id is known here']);
    expect(opened).toEqual(['look', 'look', 'look']);
  });
});
