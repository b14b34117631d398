import { matchKeys } from './index-keys.ts';
import type { FieldValues, Records } from './records.ts';
import { SalesforceRefusal } from './refusal.ts';

/** `alert` refuses unless the caller sends `allowSave=true`, `block` always, as the org's duplicate rules do. */
export type DuplicateAction = 'off' | 'alert' | 'block';

/** What the rule is applied with. */
export interface DuplicateCheck {
  readonly records: Records;
  readonly action: DuplicateAction;
  /** Whether the request carries `Sforce-Duplicate-Rule-Header: allowSave=true`. */
  readonly allowSave: boolean;
  readonly apiBase: string;
}

const advice = 'Use one of these records?';

/** Applies the lead duplicate rule to a record that is about to be written. */
export function checkDuplicates(check: DuplicateCheck, written: FieldValues, before?: FieldValues): void {
  const { records, action, allowSave } = check;
  if (action === 'off' || (action === 'alert' && allowSave)) return;
  const known = new Set(before === undefined ? [] : matchKeys(before));
  const fresh = matchKeys(written).filter((key) => !known.has(key));
  const matches = new Set(fresh.flatMap((key) => records.withKey('Lead', key)));
  matches.delete(String(before?.['Id'] ?? ''));
  if (matches.size > 0) throw duplicatesDetected(check, [...matches]);
}

const duplicatesDetected = (check: DuplicateCheck, ids: readonly string[]): SalesforceRefusal =>
  new SalesforceRefusal('DUPLICATES_DETECTED', advice, {
    members: {
      duplicateResult: {
        allowSave: check.action === 'alert',
        duplicateRule: 'Standard_Lead_Duplicate_Rule',
        duplicateRuleEntityType: 'Lead',
        errorMessage: advice,
        matchResults: [
          {
            entityType: 'Lead',
            errors: [],
            matchEngine: 'FuzzyMatchEngine',
            rule: 'Standard_Lead_Match_Rule_v1_0',
            size: ids.length,
            success: true,
            matchRecords: ids.map((id) => matchRecord(id, check.apiBase)),
          },
        ],
      },
    },
  });

const matchRecord = (id: string, apiBase: string) => ({
  additionalInformation: [],
  fieldDiffs: [],
  matchConfidence: 100,
  record: { attributes: { type: 'Lead', url: `${apiBase}/sobjects/Lead/${id}` }, Id: id },
});
