import { join } from 'node:path';
import { checkDependencies } from './check-dependencies.ts';
import { readProject } from './read-project.ts';

const workspace = join(import.meta.dirname, '../../../..');
const problems = checkDependencies(readProject(process.cwd(), workspace));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
