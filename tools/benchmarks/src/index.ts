export type { Benchmark, BenchmarkOption, Findings, Surroundings, Values } from './benchmark.ts';
export { BenchmarkError } from './benchmark.ts';
export { benchmarks } from './benchmarks.ts';
export type { BundleFigures, FunctionFigures, FunctionsFigures } from './functions/function-figures.ts';
export type { RunFigures } from './workflow/run-figures.ts';
