import { costOperation } from './cost/cost-operation.ts';
import type { Operation } from './operation.ts';

/** All there are; each is a script of the root's `package.json`. */
export const operations: readonly Operation[] = [costOperation];
