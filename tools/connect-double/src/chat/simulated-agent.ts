import { type ContactState, withoutDues } from '../contact.ts';
import { agentLeaves } from '../life/agents.ts';
import { only, type Stage, type Step } from '../life/stage.ts';
import { scriptFor } from './agent-script.ts';
import { agentOf, chatEvents, chatOf, type ChatReply, madeBy, newItemId, withItem } from './chat.ts';

/** Carries out what a simulated agent had in mind. */
export function replyInChat(contact: ContactState, reply: ChatReply, stage: Stage): Step {
  const agent = agentOf(contact);
  if (agent === undefined) return only(contact);
  const { now } = stage;
  if (reply.kind === 'leaves') return part(contact, stage);
  if (reply.kind === 'types') {
    const item = {
      id: newItemId(contact, `typing/${now}`),
      at: now,
      type: 'EVENT',
      contentType: chatEvents.typing,
    } as const;
    return { contact, effects: [{ kind: 'passing', item: { ...item, ...madeBy(agent) } }] };
  }
  return only(say(contact, reply.text, now));
}

const say = (contact: ContactState, content: string, now: number): ContactState => {
  const agent = agentOf(contact);
  if (agent === undefined) return contact;
  return withItem(contact, { type: 'MESSAGE', contentType: 'text/plain', content, ...madeBy(agent) }, now);
};

/** An agent who leaves somebody silent says so; who has said goodbye goes. */
function part(contact: ContactState, stage: Stage): Step {
  const { goodbye, silence } = scriptFor(contact);
  const last = chatOf(contact).items.findLast(({ type }) => type === 'MESSAGE')?.content;
  const parting = last === goodbye ? contact : say(contact, silence, stage.now);
  return agentLeaves(withoutDues(parting, 'chat-reply'), stage);
}
