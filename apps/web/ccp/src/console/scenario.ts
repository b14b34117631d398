import type { Checklist, ChecklistItem } from '@atlas-engine/web-contracts';

/**
 * The scenario as the contact's attributes carry it (`contactAttributesOf` of the domain): at hand the moment a contact is
 * offered, and when our server is down. Ids are those of the server, so that ticks stay.
 */
export function scenarioOfAttributes(attributes: Readonly<Record<string, string>>): Checklist | undefined {
  const { greeting, closing, locale } = attributes;
  if (greeting === undefined || closing === undefined) return undefined;
  const items: ChecklistItem[] = [
    { id: 'greeting', kind: 'GREETING', text: greeting },
    ...numbered(attributes, 'talkingPoint').map(([n, text]) =>
      item(`talking-point-${n}`, 'TALKING_POINT', text),
    ),
    ...numbered(attributes, 'question').map(([n, text]) => item(`question-${n}`, 'QUESTION', text)),
    { id: 'closing', kind: 'CLOSING', text: closing },
  ];
  const objections = numbered(attributes, 'objection').map(([n, objection]) => ({
    id: `objection-${n}`,
    objection,
    answer: attributes[`objectionAnswer${n}`] ?? '',
  }));
  return { locale: locale ?? 'en-US', source: 'MODEL', items, objections };
}

const item = (id: string, kind: ChecklistItem['kind'], text: string): ChecklistItem => ({ id, kind, text });

function numbered(attributes: Readonly<Record<string, string>>, name: string): readonly [string, string][] {
  const found: [string, string][] = [];
  for (let n = 1; ; n += 1) {
    const text = attributes[`${name}${String(n)}`];
    if (text === undefined) return found;
    found.push([String(n), text]);
  }
}

const shownElsewhere =
  /^(greeting|closing|voicemailMessage|talkingPoint\d+|question\d+|objection\d+|objectionAnswer\d+)$/;

/** The attributes that the screens do not show in another place, by name. */
export const otherAttributes = (attributes: Readonly<Record<string, string>>): readonly [string, string][] =>
  Object.entries(attributes)
    .filter(([name]) => !shownElsewhere.test(name))
    .sort(([a], [b]) => a.localeCompare(b));
