import * as z from 'zod/mini';
import { bounds, type Choices, type Content, cut } from './content.ts';
import { safeImage } from './safe-url.ts';

const text = z.optional(z.nullish(z.string()));
const elementSchema = z.object({ title: z.string(), subtitle: text, imageType: text, imageData: text });
const partSchema = z.object({
  title: z.string(),
  subtitle: text,
  imageType: text,
  imageData: text,
  elements: z.optional(z.array(elementSchema)),
});
const dataOf = <Content extends z.ZodMiniType>(content: Content) => z.object({ content });

const choicesSchema = z.object({
  templateType: z.enum(['ListPicker', 'QuickReply', 'Panel']),
  data: dataOf(partSchema),
});
const timesSchema = z.object({
  templateType: z.literal('TimePicker'),
  data: dataOf(
    z.extend(partSchema, { timeslots: z.array(z.object({ date: z.string(), duration: z.number() })) }),
  ),
});
const carouselSchema = z.object({
  templateType: z.literal('Carousel'),
  data: dataOf(
    z.object({
      title: z.string(),
      elements: z.array(z.object({ templateType: z.string(), data: dataOf(partSchema) })),
    }),
  ),
});
const templateSchema = z.discriminatedUnion('templateType', [choicesSchema, timesSchema, carouselSchema]);
const namedSchema = z.object({ templateType: z.string() });

const looks = { ListPicker: 'list', QuickReply: 'replies', Panel: 'panel' } as const;

/**
 * An interactive message of Amazon Connect (list picker, quick reply, panel, time picker, carousel), as a bot writes it
 * into a custom payload and as a chat with an agent carries it. Undefined for what is no template at all.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/interactive-messages.html
 */
export function readInteractive(payload: string): Content | undefined {
  const value = parsed(payload);
  const named = namedSchema.safeParse(value);
  if (!named.success) return undefined;
  const template = templateSchema.safeParse(value);
  if (!template.success) return { kind: 'unsupported', name: cut(named.data.templateType, bounds.label) };
  return contentOf(template.data);
}

function contentOf(template: z.infer<typeof templateSchema>): Content {
  switch (template.templateType) {
    case 'TimePicker': {
      const { title, subtitle, timeslots } = template.data.content;
      const slots = timeslots
        .slice(0, bounds.slots)
        .map(({ date, duration }) => ({ at: withZone(date), minutes: Math.round(duration / 60) }))
        .filter(({ at }) => !Number.isNaN(Date.parse(at)));
      return { kind: 'times', title: cut(title, bounds.title), subtitle: bounded(subtitle), slots };
    }
    case 'Carousel': {
      const { title, elements } = template.data.content;
      const items = elements.slice(0, bounds.items).map(({ data }) => choicesOf(data.content, 'panel'));
      return { kind: 'carousel', title: cut(title, bounds.title), items };
    }
    case 'ListPicker':
    case 'QuickReply':
    case 'Panel':
      return choicesOf(template.data.content, looks[template.templateType]);
  }
}

function choicesOf(content: z.infer<typeof partSchema>, look: Choices['look']): Choices {
  return {
    kind: 'choices',
    look,
    title: cut(content.title, bounds.title),
    subtitle: bounded(content.subtitle),
    imageUrl: safeImage(content.imageData),
    options: (content.elements ?? []).slice(0, bounds.options).map(({ title, subtitle, imageData }) => ({
      label: cut(title, bounds.label),
      value: title,
      detail: bounded(subtitle),
      imageUrl: safeImage(imageData),
    })),
  };
}

const bounded = (value: string | null | undefined): string | undefined =>
  value ? cut(value, bounds.title) : undefined;

/** Connect writes `2026-11-21T17:00+00:00`; what has no zone is UTC. */
const withZone = (date: string): string => (/(Z|[+-]\d\d:?\d\d)$/.test(date) ? date : `${date}Z`);

function parsed(payload: string): unknown {
  if (!payload.startsWith('{')) return undefined;
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
