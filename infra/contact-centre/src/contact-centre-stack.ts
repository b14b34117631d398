import { type AtlasApp, AtlasStack, publish } from '@atlas-engine/constructs';
import { Fn } from 'aws-cdk-lib';
import { addBots } from './bots/add-bots.ts';
import { addContactHandling } from './contact-handling.ts';
import { addOutboundQueue } from './outbound-queue.ts';

/**
 * What is in the Amazon Connect instance, and the bots: all that changes with a release. It knows the instance by its
 * parameters and the functions by name, and stands before them, so that they find the ids that AWS gave in SSM.
 */
export class ContactCentreStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'contact-centre', 'Queues, flows and bots of Atlas Engine.');
    const { parameters } = this.names;
    const outreach = addOutboundQueue(this);
    const flows = addContactHandling(this, { outreach, bots: addBots(this) });
    publish(this, {
      [parameters.queueId]: lastPart(outreach.queue.attrQueueArn),
      [parameters.outboundFlowId]: lastPart(flows.AtlasEngineOutbound),
      [parameters.chatFlowId]: lastPart(flows.AtlasEngineChatEntry),
    });
  }
}

/** The id in an ARN of the form `arn:…:instance/<instance>/<kind>/<id>`. */
const lastPart = (arn: string): string => Fn.select(3, Fn.split('/', arn));
