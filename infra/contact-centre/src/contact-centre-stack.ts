import { type AtlasApp, AtlasStack } from '@atlas-engine/constructs';
import { Fn } from 'aws-cdk-lib';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { addBots } from './bots/add-bots.ts';
import { addContactHandling } from './contact-handling.ts';
import { addInstance } from './instance.ts';
import { addOutboundQueue } from './outbound-queue.ts';

/**
 * Amazon Connect and AtlasEngineBot. It knows the fulfilment function by name and stands before it, so that the
 * functions find the ids that AWS gave in SSM.
 */
export class ContactCentreStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'contact-centre', 'Amazon Connect instance, flows and bots of Atlas Engine.');
    const { parameters } = this.names;
    const instance = addInstance(this);
    const outreach = addOutboundQueue(this, instance);
    const { queue, phoneNumber } = outreach;
    const flows = addContactHandling(this, instance, { outreach, bots: addBots(this) });
    this.#publish({
      [parameters.instanceId]: instance.attrId,
      [parameters.queueId]: lastPart(queue.attrQueueArn),
      [parameters.sourceNumber]: phoneNumber.attrAddress,
      [parameters.outboundFlowId]: lastPart(flows.AtlasEngineOutbound),
    });
  }

  #publish(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) {
      const id = name.split('/').slice(-2).join('-');
      new CfnParameter(this, id, { name, type: 'String', value });
    }
  }
}

/** The id in an ARN of the form `arn:…:instance/<instance>/<kind>/<id>`. */
const lastPart = (arn: string): string => Fn.select(3, Fn.split('/', arn));
