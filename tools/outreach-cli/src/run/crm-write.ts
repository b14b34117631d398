import { createLeadOutputSchema, updateLeadOutputSchema } from '@atlas-engine/domain';
import * as z from 'zod';

const createdSchema = z.object({ Payload: createLeadOutputSchema });
const updatedSchema = z.object({ Payload: updateLeadOutputSchema });

/** What a task of the workflow wrote to the CRM, by its output; undefined when it is not one that writes there. */
export function crmWriteOf(output: string | undefined): string | undefined {
  const value = parse(output);
  const created = createdSchema.safeParse(value);
  if (created.success) return leadWords(created.data.Payload);
  const updated = updatedSchema.safeParse(value);
  return updated.success ? `lead updated, task ${updated.data.Payload.taskId} written` : undefined;
}

function leadWords({ leadId, created, duplicate }: z.infer<typeof createLeadOutputSchema>): string {
  if (duplicate) return `lead ${leadId} taken: the CRM knew the person`;
  return `lead ${leadId} ${created ? 'created' : 'updated: it existed'}`;
}

function parse(output: string | undefined): unknown {
  try {
    return JSON.parse(output ?? 'null');
  } catch {
    return null;
  }
}
