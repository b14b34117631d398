import { GetMetricDataV2Command, SearchUsersCommand } from '@aws-sdk/client-connect';
import { connectWorld, type ConnectWorld, instanceId } from '../testing/connect-world.ts';
import { panelOf } from '../testing/panel.ts';

const asksForPerson = '+12125550127';
const ResourceArn = `arn:aws:connect:us-east-1:000000000000:instance/${instanceId}`;
const names = [
  'CONTACTS_HANDLED',
  'SUM_INTERACTION_TIME',
  'SUM_AFTER_CONTACT_WORK_TIME',
  'AGENT_NON_RESPONSE',
];

describe('agents, as the API finds and measures them', () => {
  let world: ConnectWorld;
  beforeEach(async () => {
    world = connectWorld();
    await world.serve();
  });
  afterEach(() => world.close());

  const figures = async (agent: string, { from = 0, metrics = names } = {}) => {
    await world.clock.advanceBy(1000);
    const now = world.clock.now();
    const answer = await world.client().send(
      new GetMetricDataV2Command({
        ResourceArn,
        StartTime: new Date(now - 3_600_000 + from),
        EndTime: new Date(now),
        Filters: [{ FilterKey: 'AGENT', FilterValues: [agent] }],
        Groupings: ['AGENT'],
        Metrics: metrics.map((Name) => ({ Name })),
      }),
    );
    return answer.MetricResults?.[0]?.Collections?.map(({ Value }) => Value);
  };

  const offered = async () => {
    const avery = panelOf(world, 'avery');
    await avery.signIn();
    await world.dial({ DestinationPhoneNumber: asksForPerson });
    while (avery.contacts().length === 0) await world.clock.advanceBy(500);
    return avery;
  };

  it('count a contact once it is wrapped up', async () => {
    const avery = await offered();
    await avery.on('acceptContact');
    await world.clock.advanceBy(60_000);
    await avery.hangUp();
    await world.clock.advanceBy(20_000);
    expect(await figures('avery')).toBeUndefined();
    await avery.on('clearContact');
    const [contacts, talk = 0, afterwards = 0, missed] = (await figures('avery')) ?? [];
    expect([contacts, missed]).toEqual([1, 0]);
    expect(talk).toBeGreaterThan(30);
    expect(talk).toBeLessThanOrEqual(61);
    expect(Math.round(afterwards)).toBe(21);
    expect(await figures('blake')).toBeUndefined();
  });

  it('count what was missed', async () => {
    await offered();
    await world.clock.advanceBy(25_000);
    expect((await figures('avery'))?.at(3)).toBe(1);
  });

  it('are found by their exact user name', async () => {
    const search = (Value: string) =>
      world.client().send(
        new SearchUsersCommand({
          InstanceId: instanceId,
          SearchCriteria: { StringCondition: { FieldName: 'Username', Value, ComparisonType: 'EXACT' } },
        }),
      );
    const [user] = (await search('avery.agent')).Users ?? [];
    expect(user).toMatchObject({ Id: 'avery', Username: 'avery.agent' });
    await world.clock.advanceBy(1000);
    expect((await search('avery')).Users).toEqual([]);
  });

  it('are not measured by what the double does not reckon', async () => {
    const avery = await offered();
    await avery.on('acceptContact');
    await avery.hangUp();
    await avery.on('clearContact');
    await expect(figures('avery', { metrics: ['AGENT_OCCUPANCY'] })).rejects.toThrow('AGENT_OCCUPANCY');
    await expect(figures('avery', { from: 7_200_000 })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});
