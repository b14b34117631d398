import { readMessage } from './read-message.ts';

const custom = (value: unknown) =>
  readMessage({ contentType: 'CustomPayload', content: JSON.stringify(value) });
const template = (templateType: string, content: unknown) =>
  custom({ templateType, version: '1.0', data: { content } });

describe('messages of the bot', () => {
  it('are texts, without the tags of speech', () => {
    expect(readMessage({ contentType: 'PlainText', content: ' Hello ' })).toEqual([
      { kind: 'text', text: 'Hello' },
    ]);
    expect(
      readMessage({ contentType: 'SSML', content: '<speak>Hi <break time="1s"/>you &amp; me</speak>' }),
    ).toEqual([{ kind: 'text', text: 'Hi you & me' }]);
    expect(readMessage({ contentType: 'PlainText', content: '' })).toEqual([]);
    expect(readMessage({ contentType: 'CustomPayload', content: '**bold**' })).toEqual([
      { kind: 'text', text: '**bold**' },
    ]);
  });

  it('are cards with buttons', () => {
    const [card] = readMessage({
      contentType: 'ImageResponseCard',
      imageResponseCard: {
        title: 'Topics',
        subtitle: 'Choose',
        imageUrl: 'https://example.com/a.png',
        buttons: [{ text: 'Solar', value: 'solar panels' }],
      },
    });
    expect(card).toEqual({
      kind: 'choices',
      look: 'card',
      title: 'Topics',
      subtitle: 'Choose',
      imageUrl: 'https://example.com/a.png',
      options: [{ label: 'Solar', value: 'solar panels' }],
    });
  });

  it.each([
    ['ListPicker', 'list'],
    ['QuickReply', 'replies'],
    ['Panel', 'panel'],
  ])('are interactive: %s', (type, look) => {
    const content = { title: 'Which?', elements: [{ title: 'One', subtitle: 'first' }, { title: 'Two' }] };
    expect(template(type, content)).toEqual([
      expect.objectContaining({
        kind: 'choices',
        look,
        title: 'Which?',
        options: [
          expect.objectContaining({ label: 'One', value: 'One', detail: 'first' }),
          expect.objectContaining({ label: 'Two', value: 'Two' }),
        ],
      }),
    ]);
  });

  it('are times, in UTC where they have no zone, without those that are none', () => {
    const timeslots = [
      { date: '2026-11-23T17:00+00:00', duration: 900 },
      { date: '2026-11-23T18:00', duration: 3600 },
      { date: 'soon', duration: 60 },
    ];
    expect(template('TimePicker', { title: 'When?', timeslots })).toEqual([
      {
        kind: 'times',
        title: 'When?',
        subtitle: undefined,
        slots: [
          { at: '2026-11-23T17:00+00:00', minutes: 15 },
          { at: '2026-11-23T18:00Z', minutes: 60 },
        ],
      },
    ]);
  });

  it('are carousels of panels', () => {
    const panel = {
      templateType: 'Panel',
      data: { content: { title: 'A', elements: [{ title: 'Take A' }] } },
    };
    expect(template('Carousel', { title: 'Offers', elements: [panel, panel] })).toEqual([
      {
        kind: 'carousel',
        title: 'Offers',
        items: Array(2).fill(expect.objectContaining({ look: 'panel', title: 'A' })),
      },
    ]);
  });

  it('of a kind that is not known are named, and what is no template is text', () => {
    expect(template('Form', {})).toEqual([{ kind: 'unsupported', name: 'Form' }]);
    expect(template('ListPicker', { elements: 5 })).toEqual([{ kind: 'unsupported', name: 'ListPicker' }]);
    expect(custom({ hello: 1 })).toEqual([{ kind: 'text', text: '{"hello":1}' }]);
    expect(readMessage({ contentType: 'CustomPayload', content: '{no json' })).toEqual([
      { kind: 'text', text: '{no json' },
    ]);
  });

  it('of hostile size or with hostile addresses stay within bounds', () => {
    const [text] = readMessage({ contentType: 'PlainText', content: 'x'.repeat(100_000) });
    expect(text).toMatchObject({ kind: 'text', text: expect.stringMatching(/^x{19999}…$/) });
    const [card] = readMessage({
      contentType: 'ImageResponseCard',
      imageResponseCard: {
        title: 'x'.repeat(9000),
        imageUrl: 'javascript:alert(1)',
        buttons: Array(500).fill({ text: 'y'.repeat(900), value: 'z' }),
      },
    });
    expect(card).toMatchObject({ imageUrl: undefined, title: expect.stringMatching(/^x{399}…$/) });
    expect(card?.kind === 'choices' && card.options.length).toBe(25);
    expect(card?.kind === 'choices' && card.options[0]?.label.length).toBe(120);
  });
});
