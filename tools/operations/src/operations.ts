import { costOperation } from './cost/cost-operation.ts';
import { destroyOperation } from './destroy/destroy-operation.ts';
import type { Operation } from './operation.ts';
import { smokeOperation } from './smoke/smoke-operation.ts';
import { validateOperation } from './validate/validate-operation.ts';

/** All there are; each is a script of the root's `package.json`. */
export const operations: readonly Operation[] = [
  validateOperation(),
  smokeOperation(),
  destroyOperation(),
  costOperation,
];
