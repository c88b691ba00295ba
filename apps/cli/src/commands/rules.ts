// `crg rules`: the permit rules, each with the clause behind it.
import { permitRuleResource } from '@crg/api/resources/permit-rule';
import { permitRuleTable } from '@crg/services/permit-rule-table';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export async function rules({ json }: { readonly json?: true }, terminal: Terminal): Promise<void> {
  const all = permitRuleTable();
  if (json) {
    await terminal.write(`${JSON.stringify({ rules: all.map(permitRuleResource) }, null, 2)}\n`);
    return;
  }
  const rows = all.map(({ id, version, jurisdiction, validFrom, validTo, title, clause }) => [
    id,
    String(version),
    jurisdiction,
    validTo === null ? `since ${validFrom}` : `${validFrom} to ${validTo}`,
    title,
    clause,
  ]);
  await terminal.write(`${table([['rule', 'version', 'where', 'when', 'what', 'clause'], ...rows])}\n`);
}
