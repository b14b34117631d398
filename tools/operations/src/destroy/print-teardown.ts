import { keepingOf } from './keeping.ts';
import type { Teardown } from './plan-teardown.ts';
import type { StackResource } from './stacks.ts';
import type { Outcome } from './tear-down.ts';

/** What is going to happen. @param where which copy of the system */
export function printPlan(where: string, { steps, kept, keptStacks }: Teardown, running: number): string {
  const names = steps.map((step) => `  ${step.map(({ stack }) => stack.name).join(', ')}`);
  const buckets = steps.flat().flatMap(({ buckets: each }) => each);
  return [
    `Stage ${where} is going to be deleted, in this order:`,
    ...names,
    ...(buckets.length > 0 ? ['Emptied before, every version:', ...buckets.map((name) => `  ${name}`)] : []),
    ...(running > 0
      ? [
          `${String(running)} requests are on their way; they end here, without a last word to the CRM, and the calls go on.`,
        ]
      : []),
    ...printKept(kept, keptStacks),
  ].join('\n');
}

/** What is there still, with what it costs and what it takes to have it again. */
export const printKept = (
  kept: readonly StackResource[],
  keptStacks: readonly string[],
): readonly string[] => [
  ...(kept.length > 0 ? ['What stays:'] : []),
  ...kept.map(({ type, id }) => {
    const { costs, again } = keepingOf(type);
    return `  ${id} (${type.replace('AWS::', '')})\n    costs ${costs}; to have it again: ${again}`;
  }),
  ...(keptStacks.length > 0
    ? [
        `Stacks that stay: ${keptStacks.join(', ')}. They hold the Amazon Connect instance or its numbers: AWS rations new instances, and`,
        '  a number that is released is lost. --contact-centre deletes them too.',
      ]
    : []),
];

/** How it went. */
export function printOutcomes(outcomes: readonly Outcome[]): readonly string[] {
  const gone = outcomes.filter(({ isGone }) => isGone);
  const stuck = outcomes.filter(({ isGone }) => !isGone);
  return [
    `${String(gone.length)} stacks are gone.`,
    ...stuck.flatMap(({ stack, reasons }) => [
      `${stack} is still there:`,
      ...reasons.map((reason) => `  ${reason}`),
    ]),
    ...(stuck.length > 0 ? ['Mend that and run the same command again: it goes on from here.'] : []),
  ];
}
