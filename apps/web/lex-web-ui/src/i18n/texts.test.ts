import { en } from './en.ts';
import { es } from './es.ts';
import { chooseLocale, directionOf, textsOf } from './texts.ts';

describe('texts', () => {
  it('are those of the language, or of the configuration, with what is filled in', () => {
    expect(textsOf('es-US')('send')).toBe('Enviar');
    expect(textsOf('en-GB')('typing', { name: 'Ann' })).toBe('Ann is writing…');
    expect(textsOf('en-US', { title: 'Roofs' })('title')).toBe('Roofs');
    expect(textsOf('fr-FR')('send')).toBe('Send');
  });

  it('take what is filled in as it is', () => {
    expect(textsOf('en-US')('typing', { name: '{count} $&' })).toBe('{count} $& is writing…');
  });

  it('have the same places to fill in, in every language', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of Object.keys(en) as (keyof typeof en)[])
      expect([key, places(es[key])]).toEqual([key, places(en[key])]);
  });
});

describe('the locale', () => {
  const offered = ['en-US', 'en-GB', 'es-US'];

  it.each([
    [['en-GB', 'es-ES'], 'en-GB'],
    [['es-ES', 'en-US'], 'es-US'],
    [['fr-FR', 'en-AU'], 'en-US'],
    [['de'], 'en-US'],
    [[], 'en-US'],
  ])('is the first that is wished for and offered: %j', (wishes, expected) => {
    expect(chooseLocale(offered, wishes)).toBe(expected);
  });

  it('gives the direction of the script', () => {
    expect(['ar-EG', 'he', 'fa-IR', 'en-US', 'es-US'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
});
