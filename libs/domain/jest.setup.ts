import fc from 'fast-check';

/** One seed for all property tests, so that a run can be repeated. */
fc.configureGlobal({ seed: 20_261_121 });
