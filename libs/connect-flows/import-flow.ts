import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  describeFinding,
  findingsOf,
  FlowImportError,
  type FlowType,
  flowTypes,
  importFlow,
  printFlow,
} from './src/index.ts';

const usage = `Usage: node libs/connect-flows/import-flow.ts FILE [--name NAME] [--type TYPE]

Prints the TypeScript of a flow that was exported from Amazon Connect's designer or read with DescribeContactFlow.
What is wrong or doubtful about the flow goes to standard error. TYPE is one of ${Object.keys(flowTypes).join(', ')}.
`;

const isFlowType = (text: string): text is FlowType => Object.hasOwn(flowTypes, text);

/** @returns the exit code: 0 when the flow was printed, 1 when it cannot be imported, 2 for a wrong call */
function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { name: { type: 'string' }, type: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  const { name, type } = values;
  if (file === undefined || others.length > 0 || (type !== undefined && !isFlowType(type))) {
    process.stderr.write(usage);
    return 2;
  }
  const flow = importFlow(readFileSync(file, 'utf8'), {
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { type }),
  });
  process.stdout.write(printFlow(flow));
  for (const finding of findingsOf(flow))
    process.stderr.write(`${finding.severity}: ${describeFinding(finding)}\n`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof FlowImportError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
