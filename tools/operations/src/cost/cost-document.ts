import { stageConfiguration } from '@atlas-engine/resource-names';
import { answeredCall, billedMilliseconds, ringingSeconds } from './assumptions.ts';
import { defaultDemand } from './demand.ts';
import { byService, estimate, type Estimate } from './estimate.ts';
import { amount, dollars, markdownTable } from './figures.ts';
import { ceilingOf, limits, limitUses, ownPace, trafficAt } from './limits.ts';
import { prices, pricesCheckedOn, type UnitPrice } from './prices.ts';
import { measuredOn } from './quantities.ts';

const volumes = [100, 1000, 10_000, 100_000] as const;
const rates = [0.2, 0.4, 0.6, 0.8] as const;
const paces = [10, 1000, 100_000] as const;

/** docs/cost-and-scale.md, written from the model. */
export function costDocument(): string {
  const configuration = stageConfiguration('prod', { ATLAS_ACCOUNT: '000000000000' });
  const of = (demand: Partial<typeof defaultDemand>): Estimate =>
    estimate({ ...defaultDemand, ...demand }, configuration.retention);
  return `${[...introduction, ...costOfLead(of({})), ...costOfMonth(of), ...scale(), ...origins()].join(
    '\n',
  )}\n`;
}

const introduction = [
  '# Cost and scale',
  '',
  'Written by `node tools/operations/write-docs.ts` from the model in `tools/operations/src/cost`; a test compares the two. `npm run cost` prints the same for',
  'a stage and a demand of your own, before anything is deployed. Dollars of us-east-1 before tax; free tiers and volume discounts are left out.',
  '',
];

function costOfLead(estimated: Estimate): readonly string[] {
  const { demand, attemptsPerLead, answersPerLead, perLeadUsd, perLead } = estimated;
  return [
    '## What a lead costs',
    '',
    `**${dollars(perLeadUsd)}** when ${String(demand.answerRate * 100)} % of the calls are answered, an answered call takes ${String(demand.callSeconds)} s and a request is called`,
    `at most ${String(demand.maxAttempts)} times: ${amount(attemptsPerLead)} calls a lead, of which ${amount(answersPerLead)} are answered. Calls that nobody answers cost Amazon Connect nothing.`,
    '',
    ...markdownTable(
      ['service', 'share', 'cost of a lead'],
      byService(perLead).map(([service, usd]) => [
        service,
        `${((100 * usd) / perLeadUsd).toFixed(1)} %`,
        dollars(usd),
      ]),
    ),
    '',
    ...markdownTable(
      ['unit', 'of a lead', 'cost'],
      perLead.map(({ service, unit, quantity, usd }) => [
        `${service}: ${unit}`,
        amount(quantity),
        dollars(usd),
      ]),
    ),
    '',
  ];
}

function costOfMonth(of: (demand: Partial<typeof defaultDemand>) => Estimate): readonly string[] {
  const { standingUsd, standing } = of({});
  return [
    '## What a month costs',
    '',
    `A stage without a call costs ${dollars(standingUsd)}: ${standing.map(({ unit, quantity, usd }) => `${unit} × ${amount(quantity)} ${dollars(usd)}`).join(', ')}.`,
    'To it come the leads, by how many calls are answered:',
    '',
    ...markdownTable(
      ['leads a month', ...rates.map((rate) => `${String(rate * 100)} % answered`)],
      volumes.map((leadsPerMonth) => [
        amount(leadsPerMonth),
        ...rates.map((answerRate) => dollars(of({ leadsPerMonth, answerRate }).monthUsd)),
      ]),
    ),
    '',
  ];
}

function scale(): readonly string[] {
  const pace = ownPace(stageConfiguration('prod', { ATLAS_ACCOUNT: '000000000000' }));
  return [
    '## What is reached first',
    '',
    'Limits are what an account has by default; `npm run validate` compares them with what the account really has. Calls are spread evenly over the hour, with the',
    `answers and lengths of above; a line is taken for ${String(ringingSeconds)} s of ringing and for the call. Above 100 % a limit does not suffice: calls then wait for their turn,`,
    'nothing is lost, and the file takes longer.',
    '',
    ...paces.flatMap((callsPerHour) => scaleAt(callsPerHour)),
    '### How far each limit reaches',
    '',
    ...markdownTable(
      ['limit', 'default', 'reached at, calls an hour', 'what then'],
      [pace, ...limits]
        .toSorted((left, right) => ceilingOf(left, defaultDemand) - ceilingOf(right, defaultDemand))
        .map((limit) => [
          limit.name,
          `${amount(limit.limit)} ${limit.unit}`,
          amount(ceilingOf(limit, defaultDemand)),
          limit.remedy,
        ]),
    ),
    '',
  ];
}

function scaleAt(callsPerHour: number): readonly string[] {
  const uses = limitUses(trafficAt(callsPerHour, defaultDemand));
  const [first] = uses;
  if (first === undefined) return [];
  const short = uses.filter(({ share }) => share > 1);
  const verdict =
    short.length === 0
      ? `Nothing is reached. The tightest is ${first.limit.name}, of which ${percent(first.share)} are used.`
      : `**First: ${first.limit.name}**, of which ${percent(first.share)} are needed. Remedy: ${first.limit.remedy}.`;
  return [
    `### ${amount(callsPerHour)} calls an hour`,
    '',
    verdict,
    '',
    ...markdownTable(
      ['limit', 'needed', 'default', 'share'],
      uses.map(({ limit, needed, share }) => [
        limit.name,
        `${amount(needed)} ${limit.unit}`,
        amount(limit.limit),
        percent(share),
      ]),
    ),
    '',
  ];
}

const percent = (share: number): string => `${amount(share * 100)} %`;

const evidences: Readonly<Record<UnitPrice['evidence'], string>> = {
  page: "read on AWS's page",
  secondary: 'read in a dated text that quotes the page',
  recalled: 'not verified',
};

const origins = (): readonly string[] => [
  '## Where the figures come from',
  '',
  `- **Measured** on ${measuredOn}: \`npm run bench -- quantities\` runs three kinds of leads through the bundles on the local cloud and counts transitions, reads and`,
  '  writes, messages, invocations, bytes of logs, tokens. Their differences are what a request, an attempt and an answer use.',
  `- **Assumed**, on the high side: billed milliseconds (${Object.entries(billedMilliseconds)
    .map(([name, milliseconds]) => `${name} ${amount(milliseconds)}`)
    .join(', ')}),`,
  `  ${String(answeredCall.spokenTurns)} spoken turns and ${String(answeredCall.objectWrites)} objects an answered call, ${String(answeredCall.recordingBytesPerSecond / 1000)} kB of recording a second, a year of storage in the tables.`,
  `- **Prices**, compared on ${pricesCheckedOn}:`,
  '',
  ...markdownTable(
    ['price', 'USD', 'page', 'evidence'],
    Object.values<UnitPrice>(prices).map(({ service, unit, usd, source, evidence, note }) => [
      `${service}: ${unit}`,
      String(usd),
      source,
      [evidences[evidence], ...(note === undefined ? [] : [note])].join('; '),
    ]),
  ),
];
