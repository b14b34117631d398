import { requestIdSchema } from '@atlas-engine/domain';
import { printTimeline } from '../report/print-timeline.ts';
import { readTimeline } from '../run/read-timeline.ts';
import { withCloud, type Context } from './context.ts';

/** Prints the story of one request; the answer is the exit status. */
export async function showRequest(id: string, context: Context): Promise<number> {
  const { options, terminal } = context;
  const requestId = requestIdSchema.safeParse(id);
  const timeline = requestId.success
    ? await withCloud(context, 'look', (cloud) => readTimeline(cloud, requestId.data))
    : undefined;
  if (timeline === undefined) {
    terminal.note(`No request ${id} is known here`);
    return 1;
  }
  terminal.out(options.json ? JSON.stringify(timeline) : printTimeline(timeline));
  return 0;
}
