import type {
  BotDefinition,
  IntentDefinition,
  IntentTranslation,
  SlotDefinition,
  Translation,
} from '../bot/index.ts';
import { bots } from '../bots/index.ts';
import { findingText, lintBot } from './lint-bot.ts';

const slot = (change: Partial<SlotDefinition> = {}): SlotDefinition => ({
  description: 'A size',
  type: 'Size',
  required: true,
  prompts: ['Which size?'],
  ...change,
});
const intent = (change: Partial<IntentDefinition> = {}): IntentDefinition => ({
  description: 'Books',
  utterances: ['book a pickup', 'fetch a {Size} parcel', 'collect something'],
  slots: { Size: slot() },
  dialogHook: false,
  ...change,
});
const fallback: IntentDefinition = {
  description: 'Others',
  utterances: [],
  slots: {},
  dialogHook: false,
  parentSignature: 'AMAZON.FallbackIntent',
};
const bot = (change: Partial<BotDefinition> = {}): BotDefinition => ({
  description: 'Parcels',
  idleSessionSeconds: 300,
  confidenceThreshold: 0.4,
  locales: { en_US: { voice: 'Joanna', engine: 'neural' } },
  slotTypes: {
    Size: { description: 'Sizes', values: [{ value: 'small', synonyms: ['very little'] }] },
  },
  intents: { Book: intent(), FallbackIntent: fallback },
  ...change,
});
const withIntent = (change: Partial<IntentDefinition>): BotDefinition =>
  bot({ intents: { Book: intent(change), FallbackIntent: fallback } });
const withOther = (utterances: readonly string[], change: Partial<IntentDefinition> = {}): BotDefinition =>
  bot({
    intents: { Book: intent(), Track: intent({ utterances, ...change }), FallbackIntent: fallback },
  });
const found = (definition: BotDefinition) => lintBot(definition).map(findingText);

describe('our bots', () => {
  it.each(Object.entries(bots))('%s has no finding', (_name, definition) => {
    expect(found(definition)).toEqual([]);
  });
});

describe('the linter', () => {
  it('has nothing to say about a sound bot', () => {
    expect(found(bot())).toEqual([]);
  });

  it.each([
    ['the same words', 'Book a pick-up.', 'book a pick up'],
    ['a value in the place of a slot', 'fetch a very little parcel', 'fetch a {Size} parcel'],
    ['a slot of the same type', 'fetch a {Size} parcel', 'fetch a {Size} parcel'],
  ])('finds two intents that may be meant by %s', (_what, one, other) => {
    const both = bot({
      intents: {
        Book: intent({ utterances: [other, 'ab', 'cd {Size}'] }),
        Track: intent({ utterances: [one, 'ef', 'gh {Size}'] }),
        FallbackIntent: fallback,
      },
    });
    expect(found(both)).toEqual([
      `intents.Book.utterances (en_US) "${other}": may be the same as "${one}" of Track; what is said must mean one intent`,
    ]);
  });

  it('lets intents share words where only one of them can be meant in a context', () => {
    const twice = withOther(['book a pickup', 'ij', 'kl {Size}'], { inputContexts: ['booked'] });
    const given = {
      ...twice.intents,
      Book: intent({ outputContexts: [{ name: 'booked', seconds: 60, turns: 5 }] }),
    };
    expect(found({ ...twice, intents: given })).toEqual([]);
  });

  it.each<[string, BotDefinition, string]>([
    ['no locale', bot({ locales: {} }), 'locales: has none'],
    [
      'words for a locale that is not there',
      withIntent({ localUtterances: { de_DE: ['Paket abholen'] } }),
      'localUtterances.de_DE: is for a locale',
    ],
    [
      'an intent that nobody can ask for',
      withIntent({ utterances: ['a {Size}'] }),
      'utterances (en_US): has 1',
    ],
    ['an utterance twice', withIntent({ utterances: ['a', 'A.', '{Size} b'] }), 'has "A." twice'],
    [
      'an unknown slot',
      withIntent({ utterances: ['a', 'b', '{Color}'] }),
      'mentions {Color}; the intent has Size',
    ],
    [
      'a digit',
      withIntent({ utterances: ['a', 'b', 'c {Size}', 'call 911'] }),
      '"call 911": is not readable',
    ],
    [
      'an unknown slot type',
      withIntent({ slots: { Size: slot({ type: 'Siez' }) } }),
      'there is no slot type Siez',
    ],
    [
      'a slot type for nothing',
      withIntent({ slots: {}, utterances: ['a', 'b', 'c'] }),
      'slotTypes.Size: is not used',
    ],
    [
      'a slot for nothing',
      withIntent({ slots: { Size: slot({ required: false }) }, utterances: ['a', 'b', 'c'] }),
      'slots.Size: is never filled',
    ],
    [
      'a value from a context that nobody gives',
      withIntent({ slots: { Size: slot({ initially: ['#booked.Size'] }) } }),
      'no intent gives the context in #booked.Size',
    ],
    ['a context that nobody gives', withIntent({ inputContexts: ['booked'] }), 'gives the context booked'],
    [
      'a confirmation of what is not asked',
      withIntent({ confirmation: { prompts: ['{Color}?'], declined: ['No.'] } }),
      'confirmation: mentions {Color}',
    ],
    [
      'a reserved name',
      bot({ intents: { 'AMAZON.Book': intent(), FallbackIntent: fallback } }),
      'intents.AMAZON.Book: is reserved',
    ],
    ['what is no name', withIntent({ slots: { Size: slot(), a__b: slot() } }), 'slots.a__b: is not a name'],
    ['no fallback', bot({ intents: { Book: intent() } }), 'intents: has 0 fallback intents'],
    [
      'a fallback that is none',
      bot({ intents: { FallbackIntent: intent() } }),
      'intents.FallbackIntent: has the name of the fallback intent',
    ],
    [
      'a fallback with utterances',
      bot({ intents: { Book: intent(), FallbackIntent: { ...fallback, utterances: ['x'] } } }),
      'the fallback intent has utterances',
    ],
    ['a short session', bot({ idleSessionSeconds: 10 }), 'idleSessionSeconds: is 10; 60 to 86400'],
    ['a long description', bot({ description: 'x'.repeat(201) }), 'description: has 201; at most 200'],
    ['too many retries', withIntent({ slots: { Size: slot({ retries: 6 }) } }), 'retries: is 6; 0 to 5'],
    [
      'a context for ever',
      withIntent({ outputContexts: [{ name: 'booked', seconds: 60, turns: 21 }] }),
      'outputContexts.booked.turns: is 21; 1 to 20',
    ],
    [
      'a value that is too long',
      bot({ slotTypes: { Size: { description: '', values: [{ value: 'x'.repeat(141), synonyms: [] }] } } }),
      'has 141; at most 140',
    ],
    [
      'a prompt for two SMS',
      withIntent({ slots: { Size: slot({ prompts: ['x'.repeat(161)] }) } }),
      'does not fit into one SMS',
    ],
    [
      'a prompt outside the GSM alphabet',
      withIntent({ slots: { Size: slot({ prompts: ['Which size – small?'] }) } }),
      'does not fit into one SMS',
    ],
    [
      'a prompt that nobody keeps in mind',
      withIntent({ slots: { Size: slot({ prompts: ['a b '.repeat(16).trim()] }) } }),
      'is not fit to be spoken',
    ],
    [
      'a card without buttons',
      withIntent({ slots: { Size: slot({ card: { title: 'Size', buttons: [] } }) } }),
      'slots.Size.card: cannot be shown',
    ],
  ])('finds %s', (_what, definition, finding) => {
    expect(found(definition)).toContainEqual(expect.stringContaining(finding));
  });
});

describe('the linter, of another language', () => {
  const inSpanish = (change: Partial<Translation> = {}, texted = false): BotDefinition =>
    bot({
      locales: {
        en_US: { voice: 'Joanna', engine: 'neural' },
        es_US: {
          voice: 'Lupe',
          engine: 'neural',
          texted,
          translation: {
            slotTypes: {},
            intents: {
              Book: {
                utterances: ['pedir una recogida', 'recojan algo', 'un paquete {Size}'],
                slots: { Size: { prompts: ['¿Qué tamaño, por favor? ¿Más grande?'] } },
              },
            },
            ...change,
          },
        },
      },
    });
  const book = (change: Partial<IntentTranslation>): Partial<Translation> => ({
    intents: { Book: { ...inSpanish().locales['es_US']!.translation!.intents['Book']!, ...change } },
  });

  it('has nothing to say about a whole translation', () => {
    expect(found(inSpanish())).toEqual([]);
  });

  it.each<[string, BotDefinition, string]>([
    ['an intent', inSpanish({ intents: {} }), 'locales.es_US.translation.intents.Book: is missing'],
    ['a slot', inSpanish(book({ slots: {} })), 'intents.Book.slots.Size: is missing'],
    [
      'too few ways of saying it',
      inSpanish(book({ utterances: ['recojan'] })),
      'es_US: intents.Book.utterances (es_US): has 1',
    ],
    [
      'a confirmation',
      inSpanish(book({ confirmation: { prompts: ['¿Sí?'], declined: ['No'] } })),
      'confirms what is not confirmed',
    ],
    [
      'an intent too many',
      inSpanish({
        intents: {
          ...inSpanish().locales['es_US']!.translation!.intents,
          Cancel: { utterances: [], slots: {} },
        },
      }),
      'translation.intents.Cancel: is for an intent',
    ],
    [
      'a slot too many',
      inSpanish(book({ slots: { Size: { prompts: ['¿Qué?'] }, Weight: { prompts: ['¿Qué?'] } } })),
      'slots.Weight: is for a slot',
    ],
    [
      'a slot type that Lex has in English only',
      inSpanish(book({ slots: { Size: { prompts: ['¿Qué?'], type: 'AMAZON.Confirmation' } } })),
      'Lex has no AMAZON.Confirmation in es_US',
    ],
    ['accents where texts are answered', inSpanish({}, true), 'does not fit into one SMS'],
  ])('finds %s', (_what, definition, finding) => {
    expect(found(definition)).toContainEqual(expect.stringContaining(finding));
  });
});
