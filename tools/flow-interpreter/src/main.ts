import { coverFlows } from './emitted/cover-flows.ts';
import { describeCoverage } from './emitted/describe-coverage.ts';
import { emittedFlows } from './emitted/emitted-flows.ts';

/** `npm run flows`: how much of each emitted flow runs in simulation; exit status 1 when a branch is not taken. */
const flows = coverFlows(emittedFlows());
for (const line of describeCoverage(flows)) console.log(line);
process.exitCode = flows.some(({ missing }) => missing.length > 0) ? 1 : 0;
