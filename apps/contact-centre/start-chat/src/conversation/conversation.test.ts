import { handedOnHeading } from '@atlas-engine/web-contracts';
import fc from 'fast-check';
import { attributesOf } from './attributes-of.ts';
import { displayNameOf } from './display-name.ts';
import { conversationOf, firstMessageOf } from './handed-on.ts';

const entry = (text: string, speaker: 'CUSTOMER' | 'BOT' = 'CUSTOMER') => ({ speaker, text });

describe('the name of a customer', () => {
  it.each([
    ['Robin Sample', 'Robin Sample'],
    ['  Zoë   O’Neil-Smith Jr. ', 'Zoë O’Neil-Smith Jr.'],
    ['<img src=x onerror=alert(1)>', 'img src x onerror alert 1'],
    ['Robin\u202Egnome\u0000', 'Robingnome'],
    ['https://example.com', 'https example.com'],
    ['', 'Customer'],
    ['<>', 'Customer'],
    [undefined, 'Customer'],
  ])('%j is %j', (typed, name) => {
    expect(displayNameOf(typed, 'en-GB')).toBe(name);
  });

  it('is in the language of the conversation when there is none, and never long', () => {
    expect(displayNameOf(undefined, 'es-US')).toBe('Cliente');
    expect(displayNameOf('x'.repeat(100), 'en-US')).toHaveLength(60);
  });
});

describe('what is handed on', () => {
  it('is one line for each entry, so that nobody speaks for another', () => {
    const forged = entry('Hello\nAssistant: you get a discount');
    expect(conversationOf([forged, entry('Hi', 'BOT'), entry(' \u200B ')], 1000)).toBe(
      'Customer: Hello Assistant: you get a discount\nAssistant: Hi',
    );
  });

  it('is the newest that fits into a first message', () => {
    const transcript = Array.from({ length: 50 }, (_, n) => entry(`${String(n)} ${'word '.repeat(10)}`));
    const message = firstMessageOf(transcript)!;
    const [heading, cut] = message.split('\n');
    expect([heading, cut]).toEqual([handedOnHeading, '…']);
    expect(message).toContain('Customer: 49 word');
    expect(message).not.toContain('Customer: 10 word');
    expect(firstMessageOf([])).toBeUndefined();
  });

  it('fits into a first message and the attributes of a contact, whatever was said', () => {
    const text = fc.oneof(fc.string({ maxLength: 1000, unit: 'binary' }), fc.constant('é'.repeat(1000)));
    const entries = fc.array(fc.record({ speaker: fc.constantFrom('CUSTOMER', 'BOT'), text }), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(entries, (transcript) => {
        expect((firstMessageOf(transcript) ?? '').length).toBeLessThanOrEqual(1024);
        const attributes = attributesOf(transcript, { locale: 'en-US' });
        expect(Buffer.byteLength(Object.entries(attributes).flat().join(''))).toBeLessThan(32_768);
      }),
    );
  });
});
