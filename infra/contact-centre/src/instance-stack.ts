import { type AtlasApp, AtlasStack, publish } from '@atlas-engine/constructs';
import { addInstance } from './instance.ts';
import { claimSourceNumber } from './source-number.ts';

/** What AWS rations: the Amazon Connect instance and its number. It stays while everything in it changes. */
export class ContactCentreInstanceStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'contact-centre-instance', 'Amazon Connect instance and number of Atlas Engine.');
    const { parameters } = this.names;
    const instance = addInstance(this);
    const number = claimSourceNumber(this, instance);
    publish(this, {
      [parameters.instanceId]: instance.attrId,
      [parameters.sourceNumber]: number.attrAddress,
      [parameters.sourceNumberArn]: number.attrPhoneNumberArn,
    });
  }
}
