import type { Benchmark } from './benchmark.ts';
import { conversationBenchmark } from './conversation/conversation-benchmark.ts';
import { deployBenchmark } from './deploy/deploy-benchmark.ts';
import { functionsBenchmark } from './functions/functions-benchmark.ts';
import { quantitiesBenchmark } from './quantities/quantities-benchmark.ts';
import { webBenchmark } from './web/web-benchmark.ts';
import { workflowBenchmark } from './workflow/workflow-benchmark.ts';

/** All there are; another one is a line here. */
export const benchmarks: readonly Benchmark[] = [
  functionsBenchmark,
  workflowBenchmark,
  quantitiesBenchmark,
  deployBenchmark,
  conversationBenchmark,
  webBenchmark,
];
