/* global __dirname */
const { join } = require('node:path');

// By its path: its name leads here, through Jest's moduleNameMapper.
const fastCheck = require(join(__dirname, '../../../../node_modules/fast-check/lib/cjs/fast-check.js'));

const seed = process.env.ATLAS_PROPERTY_SEED ?? '20261121';
const runs = process.env.ATLAS_PROPERTY_RUNS;

/**
 * fast-check with one seed for all properties, so that a run can be repeated and main stays green until the code changes.
 * `ATLAS_PROPERTY_SEED=random ATLAS_PROPERTY_RUNS=5000 npx nx test domain` goes where nobody has been.
 */
fastCheck.configureGlobal({
  ...(seed === 'random' ? {} : { seed: Number(seed) }),
  ...(runs ? { numRuns: Number(runs) } : {}),
});

module.exports = fastCheck;
