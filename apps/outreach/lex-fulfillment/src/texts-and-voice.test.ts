import { fromIso } from '@atlas-engine/domain';
import { type BotLocale, botLocales } from '@atlas-engine/lex-contracts';
import { americanPhone } from '@atlas-engine/domain/testing';
import { startConversation } from './fixtures/conversation.ts';
import { createWorld } from './fixtures/world.ts';
import { textsOf } from './texts/texts-of.ts';

const texted = (sender: string, aliasName = 'sms') => ({
  aliasName,
  requestAttributes: { 'x-atlas-sender': sender },
});
const details = { FirstName: 'Robin', LastName: 'Sample', Interest: 'solar panels', Consent: 'Yes' };

describe('a text', () => {
  it('needs no number: its sender is called', async () => {
    const { answerTurn, started } = createWorld();
    const chat = startConversation(answerTurn, texted(americanPhone()));
    expect((await chat.say('RequestCall', details)).state).toBe('Fulfilled');
    expect(started).toMatchObject([
      { channel: 'SMS', lead: { phone: americanPhone() }, consent: { source: 'sms, session session-1' } },
    ]);
  });

  it('may ask for a call to another number', async () => {
    const { answerTurn, started } = createWorld();
    const chat = startConversation(answerTurn, texted(americanPhone()));
    await chat.say('RequestCall', { ...details, PhoneNumber: americanPhone(7) });
    expect(started[0]?.lead.phone).toBe(americanPhone(7));
  });

  it('takes its sender off the calls', async () => {
    const { answerTurn, store } = createWorld();
    await startConversation(answerTurn, texted(americanPhone())).say('OptOut');
    expect(await store.doNotCall.has(americanPhone())).toBe(true);
  });

  it('is offered a call in place of a person', async () => {
    const heard = await startConversation(createWorld().answerTurn, texted(americanPhone())).say(
      'SpeakToAgent',
    );
    expect(heard).toMatchObject({
      next: 'ElicitIntent',
      said: expect.stringContaining('cannot connect'),
      attributes: {},
    });
  });

  it('is nothing that a client of another alias can pretend', async () => {
    const { answerTurn, store, started } = createWorld();
    const chat = startConversation(answerTurn, texted(americanPhone(), 'live'));
    expect((await chat.say('OptOut')).next).toBe('PhoneNumber');
    expect((await chat.say('RequestCall', details)).next).toBe('PhoneNumber');
    expect(await store.doNotCall.has(americanPhone())).toBe(false);
    expect(started).toEqual([]);
  });

  it('with a sender that is no number is asked for one', async () => {
    const chat = startConversation(createWorld().answerTurn, texted('<script>'));
    expect((await chat.say('OptOut')).next).toBe('PhoneNumber');
  });
});

describe('what is heard or read on a phone', () => {
  const moment = { at: fromIso('2026-11-24T19:00:00Z'), zone: 'America/New_York' };
  const everything = (locale: BotLocale): readonly string[] => {
    const said = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value === 'function') return [(value as (at: typeof moment) => string)(moment)];
      return Object.values(value as object).flatMap(said);
    };
    return said(textsOf(locale, 'VOICE'));
  };

  it.each(botLocales)('is short and can be spoken in %s', (locale) => {
    for (const text of everything(locale)) {
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(36);
      expect(text.length).toBeLessThanOrEqual(306);
      expect(text).not.toMatch(/[<>&]/);
    }
  });

  it('is said in the language of the locale', () => {
    const english = new Set([...everything('en_US'), ...everything('en_GB')]);
    expect(everything('es_US').filter((text) => english.has(text))).toEqual([]);
    expect(textsOf('es_US').callAt(moment)).toContain('martes, 24 de noviembre');
  });

  it('is told in fewer words than in a chat', async () => {
    const help = async (inputMode: 'Text' | 'Speech') =>
      (await startConversation(createWorld().answerTurn, { inputMode }).say('Help')).said;
    expect((await help('Speech')).length).toBeLessThan((await help('Text')).length);
  });
});
