import { allowing, putRole } from '../fixtures/allowing.ts';
import { arrangeServices } from '../fixtures/arrange-services.ts';
import { createPermissions } from './permissions.ts';

let world: Awaited<ReturnType<typeof arrangeServices>>;
beforeEach(async () => {
  world = await arrangeServices();
});
afterEach(() => world.close());

const queue = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;
const unused = () =>
  world.services.permissions
    .report()
    .unused.flatMap(({ policy, action, resource }) => (policy === 'r/Own' ? [`${action} ${resource}`] : []));

describe('the report of permissions', () => {
  it('lists each action on each resource that no call needed', () => {
    const { permissions } = world.services;
    const document = allowing(['sqs:SendMessage', 'sqs:ReceiveMessage'], [queue('a'), queue('b')]);
    const actor = { roleArn: putRole(permissions, 'r', { document }), session: 's' };
    permissions.require(actor, 'sqs:SendMessage', queue('a'));
    permissions.require(actor, 'sqs:ReceiveMessage', queue('b'));
    expect(unused()).toEqual([`sqs:SendMessage ${queue('b')}`, `sqs:ReceiveMessage ${queue('a')}`]);
    const used = permissions.report().grants.find(({ neededBy }) => neededBy.length > 0);
    expect(used).toMatchObject({ policy: 'r/Own', attachedTo: ['r'], neededBy: [actor.roleArn] });
  });

  it('counts nothing as needed that something else allows, too', () => {
    const { permissions } = world.services;
    const document = allowing(['sqs:SendMessage', 'sqs:Send*'], queue('a'));
    permissions.require(
      { roleArn: putRole(permissions, 'r', { document }), session: 's' },
      'sqs:SendMessage',
      queue('a'),
    );
    expect(unused()).toHaveLength(2);
  });

  it('judges by the policies as they are', () => {
    const { permissions } = world.services;
    const roleArn = putRole(permissions, 'r', { document: allowing('sqs:SendMessage', queue('a')) });
    permissions.require({ roleArn, session: 's' }, 'sqs:SendMessage', queue('a'));
    expect(unused()).toEqual([]);
    putRole(permissions, 'r', { document: allowing('sqs:SendMessage', queue('b')) });
    expect(unused()).toEqual([`sqs:SendMessage ${queue('b')}`]);
  });

  it('tells denials once, with their number, and outlives the process', () => {
    const { permissions } = world.services;
    const actor = {
      roleArn: putRole(permissions, 'r', { document: allowing('sqs:SendMessage', queue('a')) }),
      session: 's',
    };
    for (let time = 0; time < 3; time += 1)
      expect(permissions.may(actor, 'sqs:SendMessage', queue('b'))).toBe(false);
    const later = createPermissions({
      ...world,
      region: 'us-east-1',
      accountId: '000000000000',
      sts: world.services.sts,
      lookUps: {
        secretArn: () => undefined,
        stateMachineOf: () => undefined,
        objectExists: () => true,
        profileRegions: () => undefined,
      },
    });
    expect(later.report().denials).toMatchObject([
      { action: 'sqs:SendMessage', resource: queue('b'), count: 3 },
    ]);
  });
});
