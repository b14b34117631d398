import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { atlasNames, outreachFunctionNames } from '@atlas-engine/resource-names';
import { memoryMb } from './assumptions.ts';
import { callsPerLead, defaultDemand, type Demand } from './demand.ts';
import { byService, estimate } from './estimate.ts';
import { ceilingOf, limits, limitUses, ownPace, trafficAt } from './limits.ts';
import { usageOfLead } from './usage.ts';

const retention = { recordingsDays: 30 };
const demands: fc.Arbitrary<Demand> = fc.record({
  leadsPerMonth: fc.nat(100_000),
  answerRate: fc.double({ min: 0, max: 1, noNaN: true }),
  callSeconds: fc.integer({ min: 1, max: 3600 }),
  maxAttempts: fc.integer({ min: 1, max: 20 }),
});

describe('calls of a lead', () => {
  it('are one when everybody answers, and as many as are allowed when nobody does', () => {
    expect(callsPerLead({ ...defaultDemand, answerRate: 1 })).toEqual({ attempts: 1, answers: 1 });
    expect(callsPerLead({ ...defaultDemand, answerRate: 0 })).toEqual({ attempts: 4, answers: 0 });
  });

  it('end with the first answer: half answer the first of two calls, half of the rest the second', () => {
    const half = { ...defaultDemand, answerRate: 0.5, maxAttempts: 2 };
    expect(callsPerLead(half)).toEqual({ attempts: 1.5, answers: 0.75 });
  });

  it('are never fewer than the answers, nor more than are allowed', () => {
    fc.assert(
      fc.property(demands, (demand) => {
        const { attempts, answers } = callsPerLead(demand);
        expect(answers).toBeLessThanOrEqual(attempts + 1e-9);
        expect(attempts).toBeLessThanOrEqual(demand.maxAttempts + 1e-9);
      }),
    );
  });
});

describe('an estimate', () => {
  it('is the sum of its lines, and grows with the leads by what one costs', () => {
    fc.assert(
      fc.property(demands, (demand) => {
        const { perLead, perLeadUsd, standingUsd, monthUsd } = estimate(demand, retention);
        const sum = byService(perLead).reduce((total, [, usd]) => total + usd, 0);
        expect(sum).toBeCloseTo(perLeadUsd, 9);
        expect(monthUsd).toBeCloseTo(standingUsd + demand.leadsPerMonth * sum, 6);
        expect(perLead.filter(({ usd }) => !(usd >= 0))).toEqual([]);
      }),
    );
  });

  it('pays for no minute of a call that nobody answers', () => {
    const usage = usageOfLead({ ...defaultDemand, answerRate: 0 }, retention);
    expect(usage).toMatchObject({ voiceMinutes: 0, telephonyMinutes: 0, transcribedMinutes: 0 });
    expect(usage.stateTransitions).toBe(8 + 4 * 3);
  });

  it('pays a whole first minute to the carrier, and seconds to Amazon Connect', () => {
    const usage = usageOfLead({ ...defaultDemand, answerRate: 1, callSeconds: 30 }, retention);
    expect(usage).toMatchObject({ voiceMinutes: 0.5, telephonyMinutes: 1 });
  });

  it('reckons with the memory that the functions have', () => {
    const names = atlasNames({ stage: 'local', account: '000000000000', region: 'us-east-1' });
    for (const name of outreachFunctionNames) {
      const project = names.stackOf(name).replace('atlas-local-', '');
      const file = join(process.cwd(), '../../apps/outreach', project, 'cdk.ts');
      expect(existsSync(file)).toBe(true);
      expect([name, readFileSync(file, 'utf8')]).toEqual([
        name,
        expect.stringContaining(`memoryMb: ${String(memoryMb[name])},`),
      ]);
    }
  });
});

describe('limits', () => {
  it('are used in proportion to the calls, the tightest first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (calls) => {
        const once = limitUses(trafficAt(calls, defaultDemand));
        const twice = limitUses(trafficAt(2 * calls, defaultDemand));
        expect(twice.map(({ limit }) => limit.name)).toEqual(once.map(({ limit }) => limit.name));
        once.forEach(({ share }, index) => expect(twice[index]?.share).toBeCloseTo(2 * share, 9));
        const shares = once.map(({ share }) => share);
        expect(shares).toEqual(shares.toSorted((left, right) => right - left));
      }),
    );
  });

  it('suffice up to their ceiling and no further', () => {
    for (const limit of limits) {
      const ceiling = ceilingOf(limit, defaultDemand);
      expect(limit.needed(trafficAt(ceiling, defaultDemand))).toBeCloseTo(limit.limit, 6);
    }
  });

  it('let a stage place as many calls as its pace and its lines allow', () => {
    const pacing = { callsPerSecond: 1.8, burst: 5, maxConcurrentCalls: 10, expectedCallSeconds: 60 };
    expect(ceilingOf(ownPace({ pacing }), defaultDemand)).toBeCloseTo(600, 9);
    expect(
      ceilingOf(ownPace({ pacing: { ...pacing, maxConcurrentCalls: 1000 } }), defaultDemand),
    ).toBeCloseTo(6480, 6);
  });
});
