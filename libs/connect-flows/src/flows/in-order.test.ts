import { disconnect, goToFlow } from '../blocks/index.ts';
import { defineFlow, type Flow } from '../builder/flow.ts';
import { contactFlows, flowModules } from './contact-flows.ts';
import { inOrder } from './in-order.ts';

const leadingTo = (name: string, to: 'AtlasEngineVoiceEntry' | 'AtlasEnginePrimary'): Flow =>
  defineFlow({
    name,
    type: 'CONTACT_FLOW',
    start: 'Go on',
    blocks: { 'Go on': goToFlow(to, { failed: 'End' }), End: disconnect() },
  });

describe('inOrder', () => {
  it('puts each flow after those that it refers to', () => {
    const flows = Object.values({ ...contactFlows, ...flowModules });
    const names = inOrder(flows).map(({ name }) => name);
    expect([...names].sort()).toEqual(flows.map(({ name }) => name).sort());
    expect(names.indexOf('AtlasEnginePrimary')).toBeLessThan(names.indexOf('AtlasEngineVoiceEntry'));
    expect(names.indexOf('AtlasEngineOfferCallback')).toBeLessThan(names.indexOf('AtlasEngineVoiceEntry'));
    expect(names.indexOf('AtlasEngineCallbackTask')).toBeLessThan(names.indexOf('AtlasEngineOutbound'));
  });

  it('names flows of which none can be created first', () => {
    const one = leadingTo('AtlasEngineVoiceEntry', 'AtlasEnginePrimary');
    const other = leadingTo('AtlasEnginePrimary', 'AtlasEngineVoiceEntry');
    expect(() => inOrder([one, other])).toThrow(
      'among "AtlasEngineVoiceEntry", "AtlasEnginePrimary" flows refer to each other in a circle',
    );
  });
});
