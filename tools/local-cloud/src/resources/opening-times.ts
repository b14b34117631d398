import { type ResourceRequest, TemplateError } from '@atlas-engine/cloudformation-double';
import type { OpeningTime } from '@atlas-engine/connect-double';
import * as z from 'zod';

const clockSchema = z
  .strictObject({ Hours: z.number().int().min(0).max(23), Minutes: z.number().int().min(0).max(59) })
  .transform(({ Hours, Minutes }) => Hours * 60 + Minutes);

const timesSchema = z.array(
  z
    .strictObject({
      Day: z.enum(['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']),
      StartTime: clockSchema,
      EndTime: clockSchema,
    })
    .transform(({ Day, StartTime, EndTime }): OpeningTime => ({ day: Day, from: StartTime, to: EndTime })),
);

/** The opening times of `AWS::Connect::HoursOfOperation`. @throws TemplateError */
export function openingTimes({ logicalId, type, properties }: ResourceRequest): readonly OpeningTime[] {
  const parsed = timesSchema.safeParse(properties['Config']);
  if (parsed.success) return parsed.data;
  throw new TemplateError(`${logicalId} (${type}): Config ${z.prettifyError(parsed.error)}`);
}
