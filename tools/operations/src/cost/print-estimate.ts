import { byService, type Estimate } from './estimate.ts';
import { amount, dollars, plainTable } from './figures.ts';
import { ceilingOf, type Limit } from './limits.ts';
import { pricesCheckedOn } from './prices.ts';

/** An estimate as an operator reads it. */
export function printEstimate(stage: string, estimated: Estimate, limits: readonly Limit[]): string {
  const { demand, perLead, perLeadUsd, standingUsd, monthUsd, attemptsPerLead, answersPerLead } = estimated;
  const ceilings = limits
    .map((limit) => ({ limit, calls: ceilingOf(limit, demand) }))
    .toSorted((left, right) => left.calls - right.calls)
    .slice(0, 3);
  return [
    `Stage ${stage}${stage === 'local' ? ', if it ran in AWS' : ''}: ${dollars(monthUsd)} a month for ${amount(demand.leadsPerMonth)} leads (${dollars(perLeadUsd)} each) and ${dollars(standingUsd)} for being there.`,
    `A lead gets ${amount(attemptsPerLead)} calls; ${amount(answersPerLead)} of them are answered, for ${amount(demand.callSeconds)} s.`,
    '',
    ...plainTable([
      ['', 'a lead', 'a month'],
      ...byService(perLead).map(([service, usd]) => [
        service,
        dollars(usd),
        dollars(usd * demand.leadsPerMonth),
      ]),
      ['Being there', '', dollars(standingUsd)],
    ]),
    '',
    'Reached first, in calls an hour:',
    ...ceilings.map(({ limit, calls }) => `  ${amount(calls)}: ${limit.name}; ${limit.remedy}`),
    '',
    `Dollars of us-east-1 before tax, prices of ${pricesCheckedOn}; docs/cost-and-scale.md has the rest.`,
  ].join('\n');
}
