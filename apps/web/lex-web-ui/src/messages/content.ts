import * as z from 'zod/mini';

const text = z.optional(z.string());

const optionSchema = z.object({ label: z.string(), value: z.string(), detail: text, imageUrl: text });

const choicesSchema = z.object({
  kind: z.literal('choices'),
  /** `card` and `panel` show a picture above, `list` rows with details, `replies` short answers side by side. */
  look: z.enum(['card', 'panel', 'list', 'replies']),
  title: z.string(),
  subtitle: text,
  imageUrl: text,
  options: z.array(optionSchema),
});

/** What the bot or an agent shows, told apart by `kind`. All of it is text of others: nothing is markup. */
export const contentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  choicesSchema,
  z.object({ kind: z.literal('carousel'), title: z.string(), items: z.array(choicesSchema) }),
  z.object({
    kind: z.literal('times'),
    title: z.string(),
    subtitle: text,
    slots: z.array(z.object({ at: z.string(), minutes: z.number() })),
  }),
  /** Of a kind that this chat does not know. */
  z.object({ kind: z.literal('unsupported'), name: z.string() }),
]);

export type Content = z.infer<typeof contentSchema>;
export type Choices = z.infer<typeof choicesSchema>;
/** Something to choose, which is said as `value`. */
export type Option = z.infer<typeof optionSchema>;

/** Bounds of what is shown, so that a hostile message cannot fill the page or the storage. */
export const bounds = { text: 20_000, title: 400, label: 120, options: 25, items: 10, slots: 60 } as const;

/** At most `max` characters, with an ellipsis for what is left out. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1)}…`;

/** What is said instead of showing it, for screen readers and transcripts. */
export function plainTextOf(content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'choices':
      return sentences(content.title, content.subtitle, content.options.map(({ label }) => label).join(', '));
    case 'carousel':
      return sentences(content.title, ...content.items.map(plainTextOf));
    case 'times':
      return sentences(content.title, content.subtitle);
    case 'unsupported':
      return '';
  }
}

/** Parts one after the other, each ended by its own mark or by a full stop. */
const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .map((part, index, all) =>
      index === all.length - 1 || /[.?!:…]$/.test(part ?? '') ? part : `${part ?? ''}.`,
    )
    .join(' ');
