import type { CoveredFlow } from './cover-flows.ts';
import { failsByFaultOnly } from './fails-by-fault-only.ts';

/** Coverage as people read it: a line for each flow, the branches that nothing takes, and why some need a fault. */
export const describeCoverage = (flows: readonly CoveredFlow[]): readonly string[] => [
  ...flows.map(
    ({ flow, covered, total, failingByFault }) =>
      `${flow.padEnd(nameWidth)} ${percent(covered, total).padStart(7)}  ${String(covered)} of ${String(total)} branches, ` +
      `${String(failingByFault.length)} by a fault of the service`,
  ),
  ...flows.flatMap(({ flow, missing }) =>
    missing.map(({ block, branch }) => `${flow}: nothing takes "${block}" → ${branch}`),
  ),
  '',
  'Blocks that fail by a fault of the service only:',
  ...faultyTypes(flows).map((type) => `  ${type}: ${failsByFaultOnly[type] ?? 'no reason is listed'}`),
];

/** The actions of which a block fails only by a fault, in the order of the alphabet. */
export const faultyTypes = (flows: readonly CoveredFlow[]): readonly string[] =>
  [...new Set(flows.flatMap(({ failingByFault }) => failingByFault.map(({ type }) => type)))].sort();

const nameWidth = 28;
const percent = (covered: number, total: number): string => `${((100 * covered) / total).toFixed(1)} %`;
