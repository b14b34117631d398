import type { Operation } from '../operation.ts';
import { estimate } from './estimate.ts';
import { ceilingOf, limits, ownPace } from './limits.ts';
import { printEstimate } from './print-estimate.ts';
import { pricesCheckedOn } from './prices.ts';
import { readDemand } from './read-demand.ts';

/** `npm run cost`: what a stage is going to cost, and what it reaches first. Calls no service. */
export const costOperation: Operation = {
  name: 'cost',
  about: 'what a stage is going to cost, before it is deployed',
  offline: true,
  options: [
    { flags: '--leads-per-month <N>', about: 'leads a month (default: 1000)' },
    { flags: '--answer-rate <share>', about: 'share of calls that are answered, 0 to 1 (default: 0.4)' },
    { flags: '--call-seconds <N>', about: 'length of an answered call (default: 54)' },
  ],
  run({ stage, configuration, json, values }, { out }) {
    const demand = readDemand(values, configuration);
    const estimated = estimate(demand, configuration.retention);
    const reached = [ownPace(configuration), ...limits];
    const ceilings = reached.map((limit) => ({
      name: limit.name,
      limit: limit.limit,
      unit: limit.unit,
      callsPerHour: ceilingOf(limit, demand),
      remedy: limit.remedy,
    }));
    out(
      json
        ? JSON.stringify({ stage, currency: 'USD', pricesCheckedOn, ...estimated, limits: ceilings })
        : printEstimate(stage, estimated, reached),
    );
    return Promise.resolve(0);
  },
};
