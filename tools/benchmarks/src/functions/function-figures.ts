import { rounded } from '../figures/median.ts';
import { grouped, table } from '../figures/table.ts';

export interface BundleFigures {
  readonly bytes: number;
  readonly initMs: number;
  /** `initMs` as a multiple of an empty handler's. */
  readonly timesFloor: number;
}

export interface FunctionFigures extends BundleFigures {
  readonly name: string;
  readonly naive: BundleFigures;
}

export interface FunctionsFigures {
  /** Init time of an empty handler in the same run. */
  readonly floorMs: number;
  readonly functions: readonly FunctionFigures[];
}

/** Multiples of an empty handler's init time: what is allowed and what is aimed at. */
export const initBudget = { timesFloor: 3, aim: 2 };

export const bundleFigures = (bytes: number, initMs: number, floorMs: number): BundleFigures => ({
  bytes,
  initMs: rounded(initMs, 1),
  timesFloor: rounded(initMs / floorMs, 2),
});

/** A sentence for each function whose init takes longer than the budget allows. */
export const overBudget = ({ functions }: FunctionsFigures): readonly string[] =>
  functions
    .filter(({ timesFloor }) => timesFloor > initBudget.timesFloor)
    .map(
      ({ name, timesFloor }) =>
        `${name}: init takes ${timesFloor.toFixed(2)} times an empty handler's, the budget is ${String(initBudget.timesFloor)}`,
    );

const cells = ({ bytes, initMs, timesFloor }: BundleFigures): readonly string[] => [
  grouped(bytes),
  initMs.toFixed(1),
  timesFloor.toFixed(2),
];

export function printFunctions(figures: FunctionsFigures): string {
  const header = ['function', 'bytes', 'init ms', '÷ floor', 'naive bytes', 'init ms', '÷ floor'];
  const floor = ['(empty handler)', '', figures.floorMs.toFixed(1), '1.00'];
  const rows = figures.functions.map((one) => [one.name, ...cells(one), ...cells(one.naive)]);
  return table(header, [floor, ...rows]);
}
