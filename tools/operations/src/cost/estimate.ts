import { standing } from './assumptions.ts';
import { callsPerLead, type Demand } from './demand.ts';
import { prices, type Priced } from './prices.ts';
import { usageOfLead, type Retention, type Usage } from './usage.ts';

/** What one unit of one service costs. */
export interface CostLine {
  readonly service: string;
  readonly unit: string;
  readonly quantity: number;
  readonly usd: number;
}

/** What a stage is expected to cost, in US dollars before tax. */
export interface Estimate {
  readonly demand: Demand;
  readonly attemptsPerLead: number;
  readonly answersPerLead: number;
  readonly perLeadUsd: number;
  readonly perLead: readonly CostLine[];
  /** A month without a call. */
  readonly standingUsd: number;
  readonly standing: readonly CostLine[];
  readonly monthUsd: number;
}

/** What a lead and a month of a stage cost. */
export function estimate(demand: Demand, retention: Retention): Estimate {
  const { attempts, answers } = callsPerLead(demand);
  const perLead = costOf(usageOfLead(demand, retention));
  const standingLines = costOf(standing);
  const perLeadUsd = totalOf(perLead);
  const standingUsd = totalOf(standingLines);
  return {
    demand,
    attemptsPerLead: attempts,
    answersPerLead: answers,
    perLeadUsd,
    perLead,
    standingUsd,
    standing: standingLines,
    monthUsd: standingUsd + demand.leadsPerMonth * perLeadUsd,
  };
}

/** Dollars by service, the dearest first. */
export function byService(lines: readonly CostLine[]): readonly (readonly [service: string, usd: number])[] {
  const services = new Map<string, number>();
  for (const { service, usd } of lines) services.set(service, (services.get(service) ?? 0) + usd);
  return [...services].toSorted(([, left], [, right]) => right - left);
}

const costOf = (usage: Usage): readonly CostLine[] =>
  Object.entries(usage).map(([name, quantity]) => {
    const { service, unit, usd } = prices[name as Priced];
    return { service, unit, quantity, usd: usd * quantity };
  });

const totalOf = (lines: readonly CostLine[]): number => lines.reduce((total, { usd }) => total + usd, 0);
