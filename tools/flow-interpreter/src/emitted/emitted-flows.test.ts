import { compare, defineFlow, disconnect, emitFlow, equals, say } from '@atlas-engine/connect-flows';
import { loadFlow } from '../load-flow.ts';
import { coverFlows } from './cover-flows.ts';
import { describeCoverage, faultyTypes } from './describe-coverage.ts';
import { emittedFlows } from './emitted-flows.ts';
import { failsByFaultOnly } from './fails-by-fault-only.ts';

describe('the emitted flows', () => {
  const covered = coverFlows(emittedFlows());

  it.each(covered.map(({ flow, missing }) => [flow, missing] as const))(
    '%s takes each of its branches in simulation',
    (_flow, missing) => {
      expect(missing).toEqual([]);
    },
  );

  it('fail by a fault of the service only where a reason is listed', () => {
    expect(faultyTypes(covered)).toEqual(Object.keys(failsByFaultOnly).sort());
  });

  it('are described with their coverage', () => {
    const lines = describeCoverage(covered);
    expect(lines).toHaveLength(covered.length + 2 + faultyTypes(covered).length);
    expect(lines[0]).toMatch(/^AtlasEngineOutbound +100\.0 % {2}(\d+) of \1 branches/);
  });
});

describe('the coverage of a flow', () => {
  const coveredOf = (channel: string) => {
    const flow = defineFlow({
      name: 'Odd',
      type: 'CONTACT_FLOW',
      start: 'See the channel',
      blocks: {
        'See the channel': compare('$.Channel', {
          cases: [equals(channel, 'Greet')],
          otherwise: 'Disconnect',
        }),
        Greet: say('Hello.', { next: 'Disconnect', failed: 'Disconnect' }),
        Disconnect: disconnect(),
      },
    });
    const content = JSON.stringify(emitFlow(flow));
    return coverFlows([loadFlow({ id: 'odd', name: 'Odd', type: 'CONTACT_FLOW', content })]);
  };

  it('misses what no contact can cause, and names it', () => {
    const [odd] = coveredOf('PIGEON');
    expect(odd).toMatchObject({ total: 5, covered: 2 });
    expect(odd?.missing).toEqual([
      { block: 'See the channel', branch: 'Equals PIGEON' },
      { block: 'Greet', branch: 'next' },
      { block: 'Greet', branch: 'NoMatchingError' },
    ]);
    expect(describeCoverage(coveredOf('PIGEON'))).toContain(
      'Odd: nothing takes "See the channel" → Equals PIGEON',
    );
  });

  it('is whole when each branch has its cause', () => {
    expect(coveredOf('CHAT')[0]).toMatchObject({ total: 5, covered: 5, failingByFault: [] });
  });
});
