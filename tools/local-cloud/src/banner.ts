import type { describeCloud } from './describe-cloud.ts';
import { localPassword } from './local-users.ts';

/** Says what runs where, once everything does. */
export function printBanner(
  cloud: Awaited<ReturnType<typeof describeCloud>>,
  start: { readonly elapsedMs: number; readonly stateDirectory: string },
): void {
  const { url } = cloud;
  const seconds = (start.elapsedMs / 1000).toFixed(1);
  const lines = [
    `Atlas Engine runs at ${url}  (ready in ${seconds} s, simulated time ${cloud.now}, speed ${cloud.speed})`,
    '',
    `  functions   ${cloud.functions.join(', ')}`,
    `  tables      ${cloud.tables.join(', ')}`,
    `  queues      ${cloud.queues.join(', ')}`,
    `  buckets     ${cloud.buckets.join(', ')}`,
    `  rules       ${cloud.rules.join(', ')}`,
    ...cloud.sites.map((site) => `  page        ${site}`),
    `  agents      ${cloud.agents.join(', ')}   (password ${localPassword})`,
    `  Salesforce  ${url}/_atlas/salesforce/Lead`,
    `  contacts    ${url}/_atlas/contacts`,
    ...cloud.controlPanels.map((panel) => `  CCP         ${panel}`),
    `  clock       ${url}/_atlas/clock   (PUT {"speed": 60} or {"speed": "max"})`,
    '',
    '  Call the leads of a file:   npm run outreach -- samples/leads.csv',
    `  Look with the AWS CLI:      aws --endpoint-url ${url} stepfunctions list-state-machines`,
    `  Stop:                       Ctrl-C (state stays in ${start.stateDirectory}; --fresh forgets it)`,
  ];
  console.log(lines.join('\n'));
}
