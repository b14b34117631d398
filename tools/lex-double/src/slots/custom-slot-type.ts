import type { BotSlotType } from '../bot/bot-schema.ts';
import { plainValue, type SlotType, type SlotValue } from './slot-type.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[.!?]+$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Longer than anything that stands for one value. */
const longestValue = 150;

/**
 * A slot type of the bot. With ORIGINAL_VALUE a value is what was said, known or not; with TOP_RESOLUTION it is the
 * listed value whose name or synonym was said.
 */
export function customSlotType({ SlotTypeValues = [], ValueSelectionSetting }: BotSlotType): SlotType {
  const isOpen = ValueSelectionSetting.ResolutionStrategy === 'ORIGINAL_VALUE';
  const known = new Map(
    SlotTypeValues.flatMap(({ SampleValue, Synonyms = [] }) =>
      [SampleValue, ...Synonyms].map(({ Value }) => [plain(Value), SampleValue.Value] as const),
    ),
  );
  const names = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<!\\w)(?:${names.join('|')})(?!\\w)`, 'gi');

  const valueOf = (said: string): SlotValue | undefined => {
    const value = known.get(plain(said));
    if (value === undefined) return undefined;
    return { originalValue: said, interpretedValue: isOpen ? said : value, resolvedValues: [value] };
  };
  const anything = (text: string): SlotValue | undefined =>
    isOpen && text !== '' && text.length <= longestValue ? plainValue(text) : undefined;
  const find: SlotType['find'] = (text) =>
    names.length === 0
      ? []
      : [...text.matchAll(pattern)].flatMap((match) => {
          const value = valueOf(match[0]);
          return value === undefined
            ? []
            : [{ value, start: match.index, end: match.index + match[0].length }];
        });

  return {
    find,
    read: (text, circumstances) => {
      const said = text.trim().replace(/[.!?]+$/, '');
      return valueOf(said) ?? (isOpen ? anything(said) : find(said, circumstances)[0]?.value);
    },
  };
}
