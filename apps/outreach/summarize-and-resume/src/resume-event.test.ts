import { resumeEventSchema } from './resume-event.ts';

const created = {
  'detail-type': 'Object Created',
  detail: { bucket: { name: 'transcripts' }, object: { key: 'a:b.json', size: 1 } },
};
const contact = {
  'detail-type': 'Amazon Connect Contact Event',
  detail: { contactId: 'contact-1', eventType: 'A_NEW_KIND', initiationMethod: 'API', tags: {} },
};

describe('the event', () => {
  it.each([
    ['a transcript', created, { detail: { object: { key: 'a:b.json' } } }],
    ['a contact event, also of a kind that is new', contact, { detail: { eventType: 'A_NEW_KIND' } }],
    ['the schedule', { reconcile: true }, { reconcile: true }],
  ])('is %s', (_, event, parsed) => {
    expect(resumeEventSchema.parse(event)).toMatchObject(parsed);
  });

  it.each([
    ['a contact event without a contact', { ...contact, detail: { eventType: 'INITIATED' } }],
    ['another event', { ...created, 'detail-type': 'Object Deleted' }],
    ['a schedule that asks for nothing', { reconcile: false }],
    ['empty', {}],
  ])('is not %s', (_, event) => {
    expect(resumeEventSchema.safeParse(event).success).toBe(false);
  });
});
