import * as z from 'zod';
import { action, type BranchRule } from './action-spec.ts';
import { flowTypesOf } from './flow-type-sets.ts';
import { flag, freeText, reference, texts, undocumented, wholeNumber } from './values.ts';

const failing = [{ next: 'required', requiredErrors: ['NoMatchingError'] }] as const;

/** `ContactNotLinked` belongs to a case action exactly when it links the contact. */
const caseBranches = <const E extends NonNullable<BranchRule['requiredErrors']>>(errors: E) =>
  [
    {
      when: { parameter: 'LinkContactToCase', among: ['true', 'True'] },
      next: 'required',
      requiredErrors: [...errors, 'ContactNotLinked'],
    },
    { next: 'required', requiredErrors: errors },
  ] as const;

const caseParameters = {
  LinkContactToCase: flag.optional(),
  CaseRequestFields: undocumented().optional(),
  CaseResponseFields: z.array(z.string()).optional(),
};

/** Actions that work with functions, tasks, cases and profiles. */
export const interactionActions = {
  InvokeLambdaFunction: action({
    summary: 'Calls a function; what it answers is in $.External until the next call.',
    group: 'interaction',
    parameters: z.strictObject({
      LambdaFunctionARN: reference('function'),
      InvocationTimeLimitSeconds: wholeNumber(1, 8),
      InvocationType: z.enum(['SYNCHRONOUS', 'ASYNCHRONOUS']).optional(),
      LambdaInvocationAttributes: texts().optional(),
      ResponseValidation: z.strictObject({ ResponseType: z.enum(['STRING_MAP', 'JSON']) }).optional(),
    }),
    references: { LambdaFunctionARN: 'function' },
    flowTypes: flowTypesOf.everywhere,
    disputed: ['OUTBOUND_WHISPER'],
    branches: failing,
  }),
  CreateTask: action({
    summary: 'Creates a task, now or later.',
    group: 'interaction',
    parameters: z.strictObject({
      ContactFlowId: reference('flow').optional(),
      TaskTemplateId: freeText().optional(),
      Name: freeText(512),
      Description: freeText(4_096).optional(),
      Attributes: texts().optional(),
      References: undocumented().optional(),
      DelaySeconds: wholeNumber(1, 518_400).optional(),
      ScheduledTime: freeText().optional(),
    }),
    exactlyOne: [['ContactFlowId', 'TaskTemplateId']],
    atMostOne: [['DelaySeconds', 'ScheduledTime']],
    references: { ContactFlowId: 'flow' },
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
  }),
  CreateCase: action({
    summary: 'Creates a case.',
    group: 'interaction',
    parameters: z.strictObject({ ...caseParameters, CaseTemplateId: freeText() }),
    flowTypes: flowTypesOf.everywhere,
    branches: caseBranches(['NoMatchingError']),
  }),
  GetCase: action({
    summary: 'Finds a case and fills $.Case.',
    group: 'interaction',
    parameters: z.strictObject({
      ...caseParameters,
      CaseTemplateId: freeText().optional(),
      GetLastUpdatedCase: flag.optional(),
    }),
    flowTypes: flowTypesOf.everywhere,
    branches: caseBranches(['NoMatchingError', 'MultipleFound', 'NoneFound']),
  }),
  UpdateCase: action({
    summary: 'Changes a case.',
    group: 'interaction',
    parameters: z.strictObject({ ...caseParameters, CaseId: freeText() }),
    flowTypes: flowTypesOf.everywhere,
    branches: caseBranches(['NoMatchingError']),
  }),
  GetCustomerProfile: action({
    summary: 'Finds a customer profile and fills $.Customer.',
    group: 'interaction',
    parameters: z.strictObject({
      ProfileRequestData: undocumented(),
      ProfileResponseData: z.array(z.string()),
    }),
    flowTypes: flowTypesOf.everywhere,
    branches: [
      {
        next: 'required',
        requiredErrors: ['NoMatchingError', 'MultipleFoundError', 'NoneFoundError'],
      },
    ],
  }),
  CreateCustomerProfile: action({
    summary: 'Creates a customer profile.',
    group: 'interaction',
    parameters: undocumented(),
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
    opaque: true,
  }),
  UpdateCustomerProfile: action({
    summary: 'Changes a customer profile.',
    group: 'interaction',
    parameters: undocumented(),
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
    opaque: true,
  }),
  AssociateContactToCustomerProfile: action({
    summary: 'Links the contact with a customer profile.',
    group: 'interaction',
    parameters: z.strictObject({
      ProfileRequestData: z.strictObject({ ProfileId: freeText(), ContactId: freeText() }),
    }),
    flowTypes: flowTypesOf.everywhere,
    branches: failing,
  }),
  CreateWisdomSession: action({
    summary: 'Opens a session with an assistant.',
    group: 'interaction',
    parameters: z.strictObject({ WisdomAssistantArn: freeText() }),
    flowTypes: flowTypesOf.contactTransferQueueOrOutbound,
    disputed: ['OUTBOUND_WHISPER'],
    branches: failing,
  }),
} as const;
