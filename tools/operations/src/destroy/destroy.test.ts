import fc from 'fast-check';
import { atlasNames, functionNames, platformStacks } from '@atlas-engine/resource-names';
import { aStage, type FakeStack } from '../fixtures/fake-stage.ts';
import { aTerminal } from '../fixtures/surroundings.ts';
import { run } from '../run.ts';
import { destroyOperation } from './destroy-operation.ts';
import { planTeardown } from './plan-teardown.ts';

const names = atlasNames({ stage: 'local', account: '000000000000', region: 'us-east-1' });
const bucket = (id: string, isKept = false) => ({ type: 'AWS::S3::Bucket', id, isKept });
const table = { type: 'AWS::DynamoDB::Table', id: 'AtlasEngineInteractions-local', isKept: true };
const version = { type: 'AWS::Lambda::Version', id: 'arn:version:1', isKept: true };
const instance = { type: 'AWS::Connect::Instance', id: 'arn:instance', isKept: false };

const whole: readonly FakeStack[] = [
  { name: 'atlas-local-foundation', resources: [bucket('recordings'), bucket('kept', true)] },
  { name: 'atlas-local-data', resources: [table] },
  { name: 'atlas-local-policies' },
  { name: 'atlas-local-contact-centre', resources: [instance] },
  { name: 'atlas-local-orchestration' },
  { name: 'atlas-local-observability' },
  { name: 'atlas-local-create-lead', resources: [version] },
  { name: 'atlas-local-update-lead' },
  { name: 'atlas-dev-foundation' },
  { name: 'something-else' },
];

async function destroy(
  fake: ReturnType<typeof aStage>,
  options: { readonly argv?: readonly string[]; readonly answer?: string } = {},
) {
  const { surroundings, written, notes, asked } = aTerminal(options);
  const operation = destroyOperation({
    open: () => fake.stage,
    patience: () => ({ pause: () => Promise.resolve(), everyMs: 1, times: 3 }),
  });
  const status = await run(['destroy', ...(options.argv ?? [])], [operation], surroundings);
  return { status, out: written.join('\n'), notes: notes.join('\n'), asked };
}

const confirmed = ['--confirm', 'local'];

describe('npm run destroy', () => {
  it('deletes the stage in reverse order, buckets emptied before, and nothing of another one', async () => {
    const fake = aStage(whole);
    const { status } = await destroy(fake, { argv: confirmed });
    expect(status).toBe(0);
    expect(fake.done).toEqual([
      'delete atlas-local-observability',
      'delete atlas-local-orchestration',
      'delete atlas-local-create-lead',
      'delete atlas-local-update-lead',
      'delete atlas-local-policies',
      'delete atlas-local-data',
      'empty recordings',
      'delete atlas-local-foundation',
    ]);
    expect(fake.living()).toEqual(['atlas-local-contact-centre', 'atlas-dev-foundation', 'something-else']);
  });

  it('says what is left, what it costs, and what it takes to have it again', async () => {
    const { out } = await destroy(aStage(whole), { argv: confirmed });
    expect(out).toMatch(/^7 stacks are gone\.\nWhat stays:/);
    expect(out).toMatch(/AtlasEngineInteractions-local \(DynamoDB::Table\)\n +costs \$0\.25 a GB/);
    expect(out).toMatch(/kept \(S3::Bucket\)/);
    expect(out).toContain('Stacks that stay: atlas-local-contact-centre.');
  });

  it('deletes the instance only when it is told to', async () => {
    const fake = aStage(whole);
    await destroy(fake, { argv: [...confirmed, '--contact-centre'] });
    expect(fake.done).toContain('delete atlas-local-contact-centre');
    expect(fake.done.indexOf('delete atlas-local-contact-centre')).toBeGreaterThan(
      fake.done.indexOf('delete atlas-local-update-lead'),
    );
  });

  it.each([
    [{ answer: 'local' }, 0, ''],
    [{ answer: ' local ' }, 0, ''],
    [{ answer: 'yes' }, 1, 'Nothing was deleted.'],
    [{ answer: '' }, 1, 'Nothing was deleted.'],
    [{}, 2, 'Nobody can be asked here: add --confirm local'],
    [{ argv: ['--confirm', 'dev'] }, 2, '--confirm: must be local'],
  ])('given %j ends with %d', async (options, expected, problem) => {
    const fake = aStage(whole);
    const { status, notes } = await destroy(fake, options);
    expect(status).toBe(expected);
    expect(notes).toContain(problem);
    expect(fake.done.length > 0).toBe(expected === 0);
  });

  it('shows the plan before it asks, with the requests that are on their way', async () => {
    const { notes, asked } = await destroy(aStage(whole, 2), { answer: 'no' });
    expect(asked).toEqual(['Type "local" to delete the stage: ']);
    expect(notes).toContain('2 requests are on their way');
    expect(notes).toMatch(/Emptied before, every version:\n {2}recordings\n/);
  });

  it('only says what it would do, when that is asked', async () => {
    const fake = aStage(whole);
    const { status, out } = await destroy(fake, { argv: ['--plan', '--json'] });
    expect([status, fake.done]).toEqual([0, []]);
    expect(JSON.parse(out)).toMatchObject({
      order: [
        ['atlas-local-observability'],
        ['atlas-local-orchestration'],
        ['atlas-local-create-lead', 'atlas-local-update-lead'],
        ['atlas-local-policies'],
        ['atlas-local-data'],
        ['atlas-local-foundation'],
      ],
      keptStacks: ['atlas-local-contact-centre'],
    });
  });

  it('touches nothing in an account that is not the one of the stage, and says where it is about to', async () => {
    const fake = aStage(whole, 0, '444455556666');
    const { status, notes } = await destroy(fake, { argv: confirmed });
    expect([status, fake.done]).toEqual([1, []]);
    expect(notes).toContain('The credentials are for account 444455556666, stage local is in 000000000000');
    const shown = await destroy(aStage(whole), { argv: ['--plan'] });
    expect(shown.out).toMatch(/^Stage local at http:\/\/127\.0\.0\.1:4566 is going to be deleted/);
  });

  it('refuses a stage whose stacks are protected, until a person has switched that off', async () => {
    const fake = aStage(whole.map((stack) => ({ ...stack, isProtected: stack.name.endsWith('-data') })));
    const { status, notes } = await destroy(fake, { argv: confirmed });
    expect([status, fake.done]).toEqual([1, []]);
    expect(notes).toContain('--no-enable-termination-protection --stack-name atlas-local-data');
    expect(notes).not.toContain('--stack-name atlas-local-policies');
  });

  it('stops after a step of which a stack is still there, says why, and goes on when it is run again', async () => {
    const trouble = 'Role: it is in use';
    const fake = aStage(
      whole.map((stack) => (stack.name.endsWith('create-lead') ? { ...stack, trouble } : stack)),
    );
    const first = await destroy(fake, { argv: confirmed });
    expect(first.status).toBe(1);
    expect(first.out).toMatch(/atlas-local-create-lead is still there:\n {2}Role: it is in use\nMend that/);
    expect(fake.done).not.toContain('delete atlas-local-policies');

    const second = await destroy(fake, { argv: [...confirmed, '--json'] });
    expect(second.status).toBe(0);
    const report = JSON.parse(second.out) as { deleted: string[]; kept: { id: string; costs: string }[] };
    expect(report.deleted).toEqual([
      'atlas-local-create-lead',
      'atlas-local-policies',
      'atlas-local-data',
      'atlas-local-foundation',
    ]);
    expect(report.kept.map(({ id }) => id)).toContain('AtlasEngineInteractions-local');

    const third = await destroy(aStage(whole.slice(-2)), { argv: confirmed });
    expect(third).toMatchObject({ status: 0, out: '0 stacks are gone.' });
  });

  it('waits for a stack that is on its way out, and not for ever', async () => {
    const fake = aStage([{ name: 'atlas-local-data', status: 'DELETE_IN_PROGRESS' }]);
    const { status, out } = await destroy(fake, { argv: confirmed });
    expect([status, fake.done]).toEqual([1, []]);
    expect(out).toContain('atlas-local-data is still there:\n  it is still being deleted');
  });
});

describe('the plan of a teardown', () => {
  const parts = [...platformStacks, ...functionNames].map((part) => names.stackOf(part));

  it('has every stack once, and policies after all functions, whatever the order they are listed in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts, 'atlas-local-web']), (present) => {
        const contents = present.map((name) => ({
          stack: { name, id: name, status: 'CREATE_COMPLETE', isProtected: false },
          resources: [],
        }));
        const { steps } = planTeardown(contents, names, { withContactCentre: false });
        const order = steps.flat().map(({ stack }) => stack.name);
        expect(order.toSorted()).toEqual([...present].sort());
        const policies = order.indexOf('atlas-local-policies');
        const functions = functionNames.map((name) => order.indexOf(names.stackOf(name)));
        if (policies >= 0) expect(Math.max(...functions)).toBeLessThan(policies);
        const afterWeb = order.slice(order.indexOf('atlas-local-web') + 1);
        const known = functions.filter((index) => index >= 0).map((index) => order[index]);
        if (present.includes('atlas-local-web')) expect(afterWeb).toEqual(expect.arrayContaining(known));
      }),
    );
  });
});
