import type { RegressionCase } from './regression-case.ts';
import type { RegressionResult } from './run-regression-case.ts';

/** `right/all` for each disposition that is expected. */
export function ratesOf(
  cases: readonly RegressionCase[],
  results: readonly RegressionResult[],
): Readonly<Record<string, string>> {
  const rates = new Map<string, { right: number; all: number }>();
  for (const [index, { expected }] of cases.entries()) {
    const rate = rates.get(expected.disposition) ?? { right: 0, all: 0 };
    rate.all += 1;
    if (results[index]?.right === true) rate.right += 1;
    rates.set(expected.disposition, rate);
  }
  return Object.fromEntries(
    [...rates].map(([name, { right, all }]) => [name, `${String(right)}/${String(all)}`]),
  );
}

/** One line a case, then one a disposition. */
export function regressionTable(
  cases: readonly RegressionCase[],
  results: readonly RegressionResult[],
): string {
  const lines = results.map(({ name, right, expected, got, source }) =>
    [
      right ? 'right' : 'WRONG',
      name.padEnd(28),
      (source ?? '-').padEnd(6),
      right ? got : `${got}  (expected ${expected})`,
    ].join('  '),
  );
  const rates = Object.entries(ratesOf(cases, results)).map(([name, rate]) => `${name.padEnd(16)}${rate}`);
  return [...lines, '', ...rates, ''].join('\n');
}
