import { describeRequests } from './contract/requests.ts';
import { describeOpeningCalls } from './contract/opening-calls.ts';
import { describeClaiming } from './contract/claiming.ts';
import { describeDoNotCall } from './contract/do-not-call.ts';
import { describeLifeOfCalls } from './contract/life-of-calls.ts';
import { describeEndOfCalls } from './contract/end-of-calls.ts';
import { describeTaskTokens } from './contract/task-tokens.ts';
import { describeConversations } from './contract/conversations.ts';
import { describeTimeline } from './contract/timeline.ts';
import { describePace } from './contract/pace.ts';
import { describePlacements } from './contract/placements.ts';
import { describeHandOffs } from './contract/hand-offs.ts';
import { describeWrapUps } from './contract/wrap-ups.ts';
import { storeBench, type StoreUnderTest } from './contract/store-under-test.ts';
import { describeTexts } from './texts-contract.ts';

export type { StoreUnderTest } from './contract/store-under-test.ts';

/** What every interaction store does, whatever holds its items. */
export function describeInteractionStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describeTexts(create);
  const bench = storeBench(name, create);
  describeRequests(bench);
  describeOpeningCalls(bench);
  describeClaiming(bench);
  describeDoNotCall(bench);
  describeLifeOfCalls(bench);
  describeEndOfCalls(bench);
  describeTaskTokens(bench);
  describeConversations(bench);
  describeTimeline(bench);
  describePace(bench);
  describePlacements(bench);
  describeWrapUps(bench);
  describeHandOffs(bench);
}
